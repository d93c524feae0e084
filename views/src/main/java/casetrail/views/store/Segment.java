package casetrail.views.store;

import casetrail.events.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * A share of the streams, dealt with by one process at a time.
 *
 * @param next the first position that is not counted in
 * @param epoch goes up with every take-over; who writes under an earlier one is refused
 * @param owner the member that holds it; absent if nobody does
 */
public record Segment(
        int number, long next, long epoch, @Nullable String owner) {

    /** Into how many shares the streams of a view are cut: also the most processes that can share the work. */
    public static final int COUNT = 16;

    /** The share that a stream belongs to; never changes. */
    public static int of(StreamId stream) {
        int hash = stream.value().hashCode();
        return Math.floorMod(hash ^ (hash >>> 16), COUNT);
    }
}
