package casetrail.ledger;

import casetrail.events.StreamId;
import java.util.List;

/**
 * Events for one stream, appended all or none: what one command decided.
 *
 * @param firstSequence the number the first event is to get; it fits if it is the stream's length
 */
public record Append(StreamId stream, long firstSequence, List<NewEvent> events) {

    /** The most events one command may append. */
    public static final int EVENTS_MAX = 1_000;

    public Append {
        events = List.copyOf(events);
        if (firstSequence < 0) {
            throw new IllegalArgumentException("sequence %d of %s is below 0".formatted(firstSequence, stream));
        }
        if (events.isEmpty() || events.size() > EVENTS_MAX) {
            throw new IllegalArgumentException(
                    "%d events for %s, 1 to %d are allowed".formatted(events.size(), stream, EVENTS_MAX));
        }
    }

    int bytes() {
        return events.stream().mapToInt(NewEvent::bytes).sum();
    }
}
