package casetrail.query.asking;

import casetrail.events.StreamId;
import casetrail.views.After;
import casetrail.views.Field;
import casetrail.views.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The end of a page, as a reader hands it back to get the next one: opaque, and good for one question only. It holds nothing that the
 * reader could not see, and what is behind it is within the reader's scope as ever.
 */
final class Cursor {

    private static final int FINGERPRINT = 16;
    private static final String NOT_OURS = "not a cursor that was given out for this question";

    private Cursor() {}

    /** @param question the same text for the same question */
    static String written(String question, After after) {
        var value = after.value();
        var text = fingerprint(question) + "\n" + (value == null ? "" : kind(value)) + "\n" + after.stream();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param sorted of what kind the field is that the question is sorted by
     * @throws IllegalArgumentException if it is no cursor, or one of another question
     */
    static After read(String question, Field.Kind sorted, String cursor) {
        var parts = decoded(cursor).split("\n", -1);
        if (parts.length != 3 || !parts[0].equals(fingerprint(question))) {
            throw new IllegalArgumentException(NOT_OURS);
        }
        var value = value(parts[1]);
        // Whoever makes a cursor of one's own may have got everything right but this.
        if (value != null && value.kind() != sorted) {
            throw new IllegalArgumentException(NOT_OURS);
        }
        return new After(value, new StreamId(parts[2]));
    }

    private static String kind(Value value) {
        return switch (value) {
            case Value.Term(var text) -> "t" + text;
            case Value.Whole(var number) -> "n" + number;
            case Value.Terms terms -> throw new IllegalArgumentException("nothing is sorted by a set: " + terms);
        };
    }

    private static @Nullable Value value(String part) {
        if (part.isEmpty()) {
            return null;
        }
        var rest = part.substring(1);
        return switch (part.charAt(0)) {
            case 't' -> new Value.Term(rest);
            case 'n' -> new Value.Whole(number(rest));
            default -> throw new IllegalArgumentException(NOT_OURS);
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NOT_OURS, e);
        }
    }

    private static String decoded(String cursor) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new IllegalArgumentException(NOT_OURS, e);
        }
    }

    private static String fingerprint(String question) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
