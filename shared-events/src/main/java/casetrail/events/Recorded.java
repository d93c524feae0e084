package casetrail.events;

import java.time.Instant;

/**
 * An event of one family as a fold meets it: the payload, read and upcast, with all that stands around it.
 *
 * @param position in the log; {@link #UNPLACED} while the command that made the event is not yet committed
 * @param sequence in its stream, from 0
 * @param recordedAt when the log learned it; while unplaced, the moment of the decision
 */
public record Recorded<E>(
        long position, StreamId stream, long sequence, String eventId, Instant recordedAt, Envelope envelope, E event) {

    /** Stands for a position that the log has not given yet. */
    public static final long UNPLACED = -1;
}
