package casetrail.events.cases;

import casetrail.events.Bounded;
import casetrail.events.Form;
import casetrail.events.StreamId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names one case for ever. Written {@code case-} and 26 Crockford base-32 characters. */
public record CaseId(@JsonValue String value) {

    private static final Form FORM = Form.of("case-", "0-9A-HJKMNP-TV-Z", "0-9A-HJKMNP-TV-Z", 26, 26);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        if (!FORM.fits(value)) {
            throw new IllegalArgumentException(
                    "not a case id: '%s' (case- and 26 Crockford base-32 characters)".formatted(Bounded.shown(value)));
        }
    }

    /** The id that a client's request for a new case has, always the same for the same client and key. */
    public static CaseId forRequest(String client, String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(client.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0); // so that (ab, c) and (a, bc) differ
            return of(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The id written from the first 130 bits of the given bytes.
     *
     * @param bits at least 17 bytes, random or a digest
     */
    public static CaseId of(byte[] bits) {
        var text = new StringBuilder("case-");
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = ((bits[bit / 8] & 0xff) << 8) | (bit / 8 + 1 < bits.length ? bits[bit / 8 + 1] & 0xff : 0);
            text.append(ALPHABET.charAt((pair >> (11 - bit % 8)) & 31));
        }
        return new CaseId(text.toString());
    }

    /** The stream that holds the case. */
    public StreamId stream() {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
