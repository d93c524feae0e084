package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.vault.Vault;
import casetrail.events.Purpose;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseId;
import casetrail.events.log.EventLog;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Chooses how the texts of an ask are sealed, and by what its repeat is recognised. Safe for many threads. */
final class CaseSealing {

    private final Vault vault;
    private final EventLog log;

    CaseSealing(Vault vault, EventLog log) {
        this.vault = vault;
        this.log = log;
    }

    /**
     * How it is done.
     *
     * @param certain false if the order must be refused, because nothing in it is really sealed
     * @param request recognises a repeat; absent if the asker gave no key
     */
    record Chosen(
            Sealing sealing, boolean certain, @Nullable RequestKey request) {

        private static final Long NEVER = Long.MAX_VALUE;

        /** The version to expect: one that no case has where the order must be refused, whatever happens meanwhile. */
        @Nullable
        Long version(Ask ask) {
            if (certain) {
                return ask.version();
            }
            return NEVER;
        }
    }

    /**
     * Texts are really sealed only where a case may keep them: keys are made neither for cases that nobody has, nor for new cases
     * that the asker's role cannot make, nor in a dry run.
     */
    Chosen of(Ask ask, CaseId id, AskReading.Read read, boolean roleMay) {
        if (!read.sealsText()) {
            return new Chosen(Sealing.nothing(id), true, request(ask, sha256(canonical(ask, true))));
        }
        if (ask.dryRun()) {
            return new Chosen(Sealing.nothing(id), true, null);
        }
        boolean kept = ask.caseId() == null ? roleMay : exists(id);
        if (!kept) {
            // Without the body: a digest of words that anybody can compute lets them be guessed.
            return new Chosen(Sealing.nothing(id), ask.caseId() == null, request(ask, sha256(canonical(ask, false))));
        }
        var digest = vault.fingerprint(id.value(), Purpose.FREE_TEXT, canonical(ask, true));
        return new Chosen(Sealing.with(vault, id), true, request(ask, digest));
    }

    private boolean exists(CaseId id) {
        return vault.knows(id.value(), Purpose.FREE_TEXT)
                || log.positionOf(id.stream(), 0).isPresent();
    }

    private static @Nullable RequestKey request(Ask ask, Sha256 digest) {
        return ask.key() == null ? null : new RequestKey(ask.asker().person().value(), ask.key(), digest);
    }

    /** What makes two requests the same: method, path, as whom and for whom, and the body's meaning. */
    private static byte[] canonical(Ask ask, boolean withBody) {
        var path = RequestForm.path(ask.command());
        var head = "POST\n%s\n%s\n%s\n%s\n"
                .formatted(
                        path,
                        ask.caseId() == null ? "" : ask.caseId(),
                        ask.wish(),
                        ask.wish().onBehalfOf() == null ? "" : ask.wish().onBehalfOf());
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(UTF_8));
        if (withBody) {
            all.writeBytes(RequestBodies.canonical(ask.body()));
        }
        return all.toByteArray();
    }

    private static Sha256 sha256(byte[] bytes) {
        try {
            return new Sha256(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
