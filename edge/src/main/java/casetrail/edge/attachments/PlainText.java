package casetrail.edge.attachments;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells, part by part, whether bytes are text: UTF-8 without control characters but tab, line and page breaks. For one thread. */
final class PlainText {

    private static final int CARRIED_MAX = 4; // the longest UTF-8 sequence

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] carried = new byte[0];

    /** Whether this byte or character may be in a text. */
    static boolean mayStand(int c) {
        return (c >= ' ' && c != 0x7f) || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /** Whether it still is text with this part, which may end within a character. */
    boolean goesOn(byte[] part, int length) {
        return decodes(part, length, false);
    }

    /** Whether it was text to the end. */
    boolean ends() {
        return decodes(new byte[0], 0, true);
    }

    private boolean decodes(byte[] part, int length, boolean last) {
        var bytes = ByteBuffer.allocate(carried.length + length)
                .put(carried)
                .put(part, 0, length)
                .flip();
        var characters = CharBuffer.allocate(bytes.remaining());
        if (decoder.decode(bytes, characters, last).isError() || bytes.remaining() > CARRIED_MAX) {
            return false;
        }
        carried = new byte[bytes.remaining()];
        bytes.get(carried);
        return characters.flip().chars().allMatch(PlainText::mayStand);
    }
}
