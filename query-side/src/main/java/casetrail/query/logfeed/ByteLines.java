package casetrail.query.logfeed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;

/**
 * Text as bytes through one buffer of fixed size; when it is full the writer blocks until the reader has taken it, which is all the
 * back-pressure there is. Nothing is allocated for a line. For one thread.
 */
final class ByteLines {

    /** All that ever waits in memory for a slow reader, beside the page it was read from. */
    static final int BUFFER = 64 * 1024;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    private static final int LONG_DIGITS = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[LONG_DIGITS];
    private int filled;

    /** recordedAt never decreases, so many events share their second: its text is kept. */
    private long secondKept = Long.MIN_VALUE;

    private final byte[] second = new byte[32];
    private int secondLength;

    ByteLines(OutputStream out) {
        this.out = out;
    }

    /** Gives everything to the reader. */
    void flush() throws IOException {
        spill();
        out.flush();
    }

    /** Text of ASCII characters that JSON does not escape: names, identifiers, our own members. */
    void plain(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            put((byte) text.charAt(i));
        }
    }

    void raw(byte[] bytes) throws IOException {
        room(bytes.length);
        if (bytes.length > BUFFER) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    /** Stored JSON as it is; only a line break between tokens, which would end the line early, becomes a space. */
    void json(byte[] stored) throws IOException {
        raw(hasBreak(stored) ? unbroken(stored) : stored);
    }

    void number(long value) throws IOException {
        long rest = value;
        int at = LONG_DIGITS;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
        room(LONG_DIGITS - at);
        System.arraycopy(digits, at, buffer, filled, LONG_DIGITS - at);
        filled += LONG_DIGITS - at;
    }

    void uuid(UUID id) throws IOException {
        room(36);
        hex(id.getMostSignificantBits(), 60, 32);
        buffer[filled++] = '-';
        hex(id.getMostSignificantBits(), 28, 16);
        buffer[filled++] = '-';
        hex(id.getMostSignificantBits(), 12, 0);
        buffer[filled++] = '-';
        hex(id.getLeastSignificantBits(), 60, 48);
        buffer[filled++] = '-';
        hex(id.getLeastSignificantBits(), 44, 0);
    }

    /** A moment as {@link Instant#toString} writes it. */
    void moment(Instant moment) throws IOException {
        if (moment.getEpochSecond() != secondKept) {
            keep(moment.getEpochSecond());
        }
        room(secondLength + 11);
        System.arraycopy(second, 0, buffer, filled, secondLength);
        filled += secondLength;
        fraction(moment.getNano());
        buffer[filled++] = 'Z';
    }

    private void fraction(int nanos) {
        if (nanos == 0) {
            return;
        }
        buffer[filled++] = '.';
        int shown = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        int rest = nanos;
        for (int i = 9; i > 0; i--) {
            if (i <= shown) {
                buffer[filled + i - 1] = (byte) ('0' + rest % 10);
            }
            rest /= 10;
        }
        filled += shown;
    }

    private void keep(long epochSecond) {
        var text = Instant.ofEpochSecond(epochSecond).toString();
        secondLength = text.length() - 1; // without the Z
        for (int i = 0; i < secondLength; i++) {
            second[i] = (byte) text.charAt(i);
        }
        secondKept = epochSecond;
    }

    private void hex(long bits, int from, int to) {
        for (int shift = from; shift >= to; shift -= 4) {
            buffer[filled++] = HEX[(int) (bits >>> shift) & 15];
        }
    }

    private void put(byte one) throws IOException {
        room(1);
        buffer[filled++] = one;
    }

    private void room(int wanted) throws IOException {
        if (wanted > BUFFER - filled) {
            spill();
        }
    }

    private void spill() throws IOException {
        if (filled > 0) {
            out.write(buffer, 0, filled);
            filled = 0;
        }
    }

    private static boolean hasBreak(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static byte[] unbroken(byte[] bytes) {
        var copy = bytes.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] == '\n' || copy[i] == '\r') {
                copy[i] = ' ';
            }
        }
        return copy;
    }
}
