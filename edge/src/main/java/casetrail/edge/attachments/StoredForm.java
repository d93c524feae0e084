package casetrail.edge.attachments;

import static java.nio.charset.StandardCharsets.US_ASCII;

import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import java.util.List;

/**
 * The first {@value #BYTES} bytes of a stored attachment: lines of ASCII, then spaces. After them stands Tink's AES-256-GCM-HKDF stream of
 * the content under a key of its own, which the last line holds sealed.
 */
record StoredForm(MediaKind kind, long size, String sealedKey) {

    static final int BYTES = 512;
    private static final String MAGIC = "CASETRAIL-ATTACHMENT 1";
    private static final String FIELD = "contentKey";

    /** Whose key seals the content's key. */
    static String subject(Sha256 address) {
        return "attachment-" + address;
    }

    static String field() {
        return FIELD;
    }

    byte[] onDisk() {
        var lines = String.join("\n", MAGIC, kind.name(), Long.toString(size), sealedKey, "");
        return (lines + " ".repeat(BYTES - lines.length())).getBytes(US_ASCII);
    }

    static StoredForm of(byte[] onDisk) {
        List<String> lines = new String(onDisk, US_ASCII).lines().toList();
        if (onDisk.length != BYTES || lines.size() < 4 || !lines.getFirst().equals(MAGIC)) {
            throw new IllegalStateException("a stored attachment does not begin as one");
        }
        return new StoredForm(MediaKind.valueOf(lines.get(1)), Long.parseLong(lines.get(2)), lines.get(3));
    }

    Sealed sealed(Sha256 address) {
        return new Sealed(subject(address), Purpose.FREE_TEXT, FIELD, sealedKey);
    }
}
