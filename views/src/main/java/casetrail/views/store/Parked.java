package casetrail.views.store;

import casetrail.events.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be folded into its document, or that waits behind such a one: where it stands in the log, never what it says.
 *
 * @param error what went wrong; absent for those that wait behind another
 * @param wish what somebody wants done about it
 */
public record Parked(
        StreamId stream,
        long sequence,
        long position,
        @Nullable String error,
        @Nullable Wish wish) {

    /** The longest error text that is kept, in UTF-16 units. */
    public static final int ERROR_MAX = 2_000;

    /** The most events that one version of a view may have parked; then it stops. */
    public static final int EVENTS_MAX = 100_000;

    public Parked {
        if (error != null && error.length() > ERROR_MAX) {
            error = error.substring(0, ERROR_MAX);
        }
        if (error != null) {
            error = keepable(error);
        }
    }

    /** The error with a mark in place of each NUL and each half of a surrogate pair, which no engine is sure to keep. */
    private static String keepable(String error) {
        return error.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same, waiting behind another. */
    public Parked waiting() {
        return new Parked(stream, sequence, position, null, null);
    }

    /** What is to be done about a parked stream. */
    public enum Wish {
        /** Read the event again and fold it, then those behind it. */
        RETRY,
        /** Leave the event out of the document, then fold those behind it. */
        EVICT
    }
}
