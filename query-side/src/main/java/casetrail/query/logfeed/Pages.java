package casetrail.query.logfeed;

import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log, or one stream of it, forward in pages whose size in bytes stays moderate. For one thread. */
final class Pages {

    /** How many events a page has at most. */
    static final int EVENTS_MAX = 2_000;

    private static final int EVENTS_MIN = 50;
    private static final int EVENTS_FIRST = 250;

    /** Pages grow while they hold less than this, and shrink while they hold more than four times of it. */
    private static final long BYTES_AIM = 1L << 20;

    private final EventLog log;
    private final casetrail.events.@Nullable StreamId stream;
    private long nextSequence;
    private int size = EVENTS_FIRST;

    Pages(EventLog log, casetrail.events.@Nullable StreamId stream) {
        this.log = log;
        this.stream = stream;
    }

    /**
     * Some events in order.
     *
     * @param next the position up to which everything was seen
     */
    record Page(List<StoredEvent> events, long next) {}

    /** The events from a position on; an empty page that does not come further means that there are none now. */
    Page read(long from) {
        if (stream != null) {
            return readStream(stream, from);
        }
        var events = log.read(from, size);
        adapt(events);
        return new Page(events, events.isEmpty() ? from : events.getLast().position() + 1);
    }

    private Page readStream(casetrail.events.StreamId wanted, long from) {
        // The end is asked first: whatever lies below it is there to be read.
        long end = log.end();
        var events = log.stream(wanted, nextSequence, size);
        if (events.isEmpty()) {
            return new Page(events, Math.max(from, end));
        }
        adapt(events);
        nextSequence = events.getLast().sequence() + 1;
        long next = Math.max(from, events.getLast().position() + 1);
        return new Page(events.stream().filter(e -> e.position() >= from).toList(), next);
    }

    private void adapt(List<StoredEvent> events) {
        long bytes = 0;
        for (var event : events) {
            bytes += event.envelope().length + event.payload().length;
        }
        if (bytes > 4 * BYTES_AIM) {
            size = Math.max(EVENTS_MIN, size / 2);
        } else if (bytes < BYTES_AIM && events.size() == size) {
            size = Math.min(EVENTS_MAX, size * 2);
        }
    }
}
