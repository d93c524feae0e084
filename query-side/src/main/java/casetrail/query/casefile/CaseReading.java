package casetrail.query.casefile;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseId;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every question about one case has in common: the case is found, or it is as if there were none. Safe for many threads. */
public final class CaseReading {

    private final CaseFiles files;
    private final Function<Sealed, Optional<String>> vault;

    public CaseReading(CaseFiles files, Function<Sealed, Optional<String>> vault) {
        this.files = files;
        this.vault = vault;
    }

    /** A case that the asker may know of, with what that asker may read of it, and what opens its sealed values as far. */
    public record Found(CaseFile file, ReadingRights rights, Opening opening) {}

    /**
     * The case, waited for if a version is asked for.
     *
     * @param atLeastVersion the sequence that the answer has to count in; absent if any will do
     * @throws RefusedException if there is no such case, the asker may not know of it, or the version did not come in time
     */
    public Found read(String id, @Nullable Long atLeastVersion, Asker asker, CaseFiles.Visitor visitor) {
        var caseId = caseId(id);
        boolean inTime = atLeastVersion == null || await(caseId, atLeastVersion);
        var file = files.walk(caseId, visitor).orElseThrow(CaseReading::absent);
        var rights = ReadingRights.of(file, readers(asker));
        if (!rights.visible()) {
            if (atLeastVersion != null && inTime) {
                // As long as for a case that does not exist: how long it takes must not tell that there is one.
                await(caseId, Long.MAX_VALUE);
            }
            throw absent();
        }
        if (!inTime) {
            throw new RefusedException(Refusal.of(RefusalCode.UNAVAILABLE)
                    .with("version", file.trace().version())
                    .with("atLeastVersion", String.valueOf(atLeastVersion)));
        }
        return new Found(file, rights, new Opening(rights, vault));
    }

    /** A parameter that counts from 0, if it is given. */
    public static @Nullable Long count(Violations violations, String name, @Nullable String value) {
        return violations.optional("query:" + name, value, text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("not a whole number from 0");
            }
            return Long.valueOf(text);
        });
    }

    private boolean await(CaseId id, long version) {
        try {
            return files.awaitVersion(id, version);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Iterable<ReadingRights.Reader> readers(Asker asker) {
        return asker.standings().stream()
                .map(s -> new ReadingRights.Reader(asker.person(), s.role(), s.unit()))
                .toList();
    }

    /** What cannot be the id of a case names none. */
    private static CaseId caseId(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    private static RefusedException absent() {
        return new RefusedException(RefusalCode.NOT_FOUND);
    }
}
