package casetrail.command.cases.http;

import casetrail.command.cases.FindCase;
import casetrail.command.numbers.CaseNumbers;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;

/** The short numbers of cases, remembered because they never change. Safe for many threads. */
final class KnownNumbers {

    static final int REMEMBERED_MAX = 100_000;

    /** Stands in where nobody will ever see it. */
    static final CaseNumber NOBODYS = CaseNumber.of(0, 0);

    private final CaseNumbers numbers;
    private final FindCase cases;
    private final Cache<CaseId, CaseNumber> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    KnownNumbers(CaseNumbers numbers, FindCase cases) {
        this.numbers = numbers;
        this.cases = cases;
    }

    /** A number for a case that is to come; the case's own if it has come already, so that repeats use up none. */
    CaseNumber of(CaseId id, Instant at) {
        var known = remembered.getIfPresent(id);
        return known == null ? numbers.next(at) : known;
    }

    CaseNumber keep(CaseId id, CaseNumber number) {
        remembered.put(id, number);
        return number;
    }

    /** The number of a case that there is. */
    CaseNumber known(CaseId id) {
        var known = remembered.getIfPresent(id);
        if (known != null) {
            return known;
        }
        var intake = cases.find(id).map(state -> state.intake()).orElse(null);
        if (intake == null) {
            throw new IllegalStateException("the log does not have %s, which was folded".formatted(id));
        }
        return keep(id, intake.number());
    }
}
