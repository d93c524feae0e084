package casetrail.ledger.axonserver;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Reads of the log over the server's event channel. */
final class ServerReads {

    /** Events the server may send ahead on a stream. */
    static final int AHEAD_MAX = 1_000;

    private final ServerCalls calls;

    ServerReads(ServerCalls calls) {
        this.calls = calls;
    }

    long end() {
        return calls.answer(calls.channel().getLastToken()) + 1;
    }

    List<StoredEvent> read(long from, int max) {
        if (from < 0) {
            throw new IllegalArgumentException("position %d is below 0".formatted(from));
        }
        checked(max);
        long until = Math.min(end(), from + max);
        var events = new ArrayList<StoredEvent>();
        if (from >= until) {
            return events;
        }
        try (var stream = open(from)) {
            while (from + events.size() < until) {
                var next = next(stream);
                if (next.getToken() != from + events.size()) {
                    throw new IllegalStateException(
                            "position %d came where %d was due".formatted(next.getToken(), from + events.size()));
                }
                events.add(ServerEvents.stored(next.getToken(), next.getEvent()));
            }
        }
        return events;
    }

    /** Gives the events from a position on, as they come. */
    EventStream open(long from) {
        return calls.channel().openStream(from - 1, AHEAD_MAX);
    }

    private EventWithToken next(EventStream stream) {
        try {
            var next = stream.nextIfAvailable(calls.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw ServerCalls.unavailable(stream.getError()
                        .orElseGet(() -> new IllegalStateException("no event came where one is known to be")));
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServerCalls.unavailable(e);
        }
    }

    List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        if (fromSequence < 0) {
            throw new IllegalArgumentException("sequence %d is below 0".formatted(fromSequence));
        }
        var found = aggregate(stream, fromSequence, checked(max));
        if (found.isEmpty()) {
            return List.of();
        }
        // The server does not say where an aggregate's events stand in the whole, so each is looked up.
        var events = new ArrayList<StoredEvent>();
        long near = -1;
        for (var event : found) {
            near = positionOf(event, near + 1);
            events.add(ServerEvents.stored(near, event));
        }
        return events;
    }

    /** The stream's own events without their positions. */
    List<Event> aggregate(StreamId stream, long fromSequence, int max) {
        var events = new ArrayList<Event>();
        try {
            var source = calls.channel().openAggregateStream(stream.value(), fromSequence, fromSequence + max);
            while (events.size() < max && source.hasNext()) {
                var event = source.next();
                if (event.getAggregateSequenceNumber() >= fromSequence) {
                    events.add(event);
                }
            }
            source.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServerCalls.unavailable(e);
        }
        return events;
    }

    OptionalLong positionOf(StreamId stream, long sequence) {
        var found = aggregate(stream, sequence, 1);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(positionOf(found.getFirst(), 0));
    }

    /** Searches forward from the event's own time; from the beginning if clocks of several writers misled that. */
    private long positionOf(Event event, long atLeast) {
        long near = Math.max(atLeast, positionAt(Instant.ofEpochMilli(event.getTimestamp())));
        long end = end();
        var found = search(event, near, end);
        return (found.isPresent() ? found : search(event, 0, end))
                .orElseThrow(() -> new IllegalStateException(
                        "event %s is in its stream and not in the log".formatted(event.getMessageIdentifier())));
    }

    private OptionalLong search(Event event, long from, long end) {
        if (from >= end) {
            return OptionalLong.empty();
        }
        try (var stream = open(from)) {
            for (long position = from; position < end; position++) {
                var next = next(stream);
                if (next.getEvent().getMessageIdentifier().equals(event.getMessageIdentifier())) {
                    return OptionalLong.of(next.getToken());
                }
            }
        }
        return OptionalLong.empty();
    }

    OptionalLong lastSequence(StreamId stream) {
        long highest = calls.answer(calls.channel().findHighestSequence(stream.value()));
        return highest < 0 ? OptionalLong.empty() : OptionalLong.of(highest);
    }

    long positionAt(Instant moment) {
        long end = end();
        if (end == 0) {
            return 0;
        }
        long millis = Math.ceilDiv(
                Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano()),
                1_000_000L);
        long position = calls.answer(calls.channel().getTokenAt(millis)) + 1;
        // Asked for the future the server names its last event; the log's answer is then its end.
        return position == end - 1 && read(position, 1).getFirst().recordedAt().isBefore(moment) ? end : position;
    }

    private static int checked(int max) {
        if (max < 1 || max > EventLog.PAGE_MAX) {
            throw new IllegalArgumentException(
                    "%d events asked for, 1 to %d are allowed".formatted(max, EventLog.PAGE_MAX));
        }
        return max;
    }
}
