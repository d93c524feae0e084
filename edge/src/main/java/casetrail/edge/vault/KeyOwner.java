package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.events.Purpose;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** Whose key it is, and for what. */
record KeyOwner(String subject, Purpose purpose) {

    /** The longest subject, in bytes. */
    static final int SUBJECT_MAX = 96;

    private static final Pattern SUBJECT = Pattern.compile("[a-z]{2,16}-[0-9A-Za-z._-]{1,79}");

    KeyOwner {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "not a subject: family, hyphen, up to 79 letters, digits, '.', '_', '-'");
        }
    }

    /** Stands for the owner in the index; two owners may share one, so a hit is checked against the slot. */
    long fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(bound("index"))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a ciphertext of this owner is bound to. */
    byte[] bound(String what) {
        return (subject + '\0' + code() + '\0' + what).getBytes(UTF_8); // no subject, code or field holds a NUL
    }

    /** How the purpose stands on disk; never changed. */
    char code() {
        return switch (purpose) {
            case FREE_TEXT -> 'T';
            case CONTACT -> 'C';
        };
    }

    static Purpose purposeOf(byte code) {
        return switch (code) {
            case 'T' -> Purpose.FREE_TEXT;
            case 'C' -> Purpose.CONTACT;
            default -> throw new VaultDamaged("the vault holds a key of unknown purpose %d".formatted(code));
        };
    }
}
