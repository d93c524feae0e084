package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One key as it stands on disk: {@value #BYTES} bytes, so that no slot ever spans two disk sectors and overwriting one is all or nothing.
 *
 * <pre>
 * 0    state, 'K' a key or 'D' destroyed
 * 1    purpose, 'T' or 'C'
 * 2    length of the subject
 * 3    length of the wrapped key, 0 when destroyed
 * 4    CRC-32C of all other bytes
 * 8    subject, then the wrapped key at {@value #WRAPPED_AT}, zeros elsewhere
 * </pre>
 *
 * @param wrapped the key under the master key; empty once destroyed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; lives between disk and cipher
record KeySlot(KeyOwner owner, byte[] wrapped) {

    static final int BYTES = 256;
    static final int WRAPPED_AT = 108;
    private static final int SUBJECT_AT = 8;
    private static final int CRC_AT = 4;

    boolean destroyed() {
        return wrapped.length == 0;
    }

    KeySlot withoutKey() {
        return new KeySlot(owner, new byte[0]);
    }

    byte[] onDisk() {
        var bytes = ByteBuffer.allocate(BYTES);
        var subject = owner.subject().getBytes(US_ASCII);
        bytes.put((byte) (destroyed() ? 'D' : 'K'))
                .put((byte) owner.code())
                .put((byte) subject.length)
                .put((byte) wrapped.length)
                .put(SUBJECT_AT, subject)
                .put(WRAPPED_AT, wrapped)
                .putInt(CRC_AT, crc(bytes.array()));
        return bytes.array();
    }

    /** The slot, unless its bytes are not what was written. */
    static Optional<KeySlot> of(byte[] onDisk) {
        var bytes = ByteBuffer.wrap(onDisk);
        int subjectLength = Byte.toUnsignedInt(bytes.get(2));
        int wrappedLength = Byte.toUnsignedInt(bytes.get(3));
        boolean key = bytes.get(0) == 'K' && wrappedLength > 0 && wrappedLength <= BYTES - WRAPPED_AT;
        boolean destroyed = bytes.get(0) == 'D' && wrappedLength == 0;
        if (!(key || destroyed) || subjectLength > KeyOwner.SUBJECT_MAX || bytes.getInt(CRC_AT) != crc(onDisk)) {
            return Optional.empty();
        }
        var wrapped = new byte[wrappedLength];
        bytes.get(WRAPPED_AT, wrapped);
        var subject = new String(onDisk, SUBJECT_AT, subjectLength, US_ASCII);
        return Optional.of(new KeySlot(new KeyOwner(subject, KeyOwner.purposeOf(bytes.get(1))), wrapped));
    }

    private static int crc(byte[] slot) {
        var crc = new CRC32C();
        crc.update(slot, 0, CRC_AT);
        crc.update(slot, SUBJECT_AT, BYTES - SUBJECT_AT);
        return (int) crc.getValue();
    }
}
