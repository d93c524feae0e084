package casetrail.events;

import java.util.Base64;

/**
 * A value under a key of its subject, carried unopened by events, folds and logs; no rule ever needs its content.
 *
 * @param subject whom or what it is about, the owner of the key; a person, or the case itself for its free text
 * @param ciphertext AEAD ciphertext in Base64, bound to (subject, purpose, field)
 */
public record Sealed(String subject, Purpose purpose, String field, String ciphertext) {

    /** The longest text that may be sealed, in UTF-16 units. */
    public static final int TEXT_MAX = 8_000;

    private static final int CIPHERTEXT_MAX = 48_000;
    private static final Form FIELD = Form.of("a-zA-Z", 1, 40);

    public Sealed {
        if (!StreamId.FORM.fits(subject) || !FIELD.fits(field)) {
            throw new IllegalArgumentException("not a sealed value: subject or field malformed");
        }
        if (ciphertext.length() > CIPHERTEXT_MAX || Base64.getDecoder().decode(ciphertext).length == 0) {
            throw new IllegalArgumentException("not a sealed value: ciphertext empty or too long");
        }
    }
}
