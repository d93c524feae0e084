package casetrail.command.access.axon;

import casetrail.command.access.RecordAccess;
import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.access.AccessEvent;
import casetrail.events.wire.EventJson;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Appends what is to be recorded of access to a stream of this process and day. Many threads may record at once: whoever comes to
 * the store first takes along what the others are waiting to have recorded, so that a storm of refusals costs few appends.
 *
 * <p>The stream is begun anew each day (UTC) and after a failure, because after one nobody knows how long it is. Its name ends in
 * the token that the process was given at its start, so processes never meet.
 */
public final class AxonAccess implements RecordAccess {

    /** How many events one append takes along. */
    static final int BATCH_MAX = 500;

    private static final String FAMILY = "access";

    private final EventStore store;
    private final InstantSource clock;
    private final String token;

    private final Object appending = new Object();
    private final Queue<Waiting> queue = new ArrayDeque<>();

    private @Nullable LocalDate day;
    private int begun;
    private StreamId stream = new StreamId(FAMILY + "-none");
    private long next;

    /** @param token of this start of this process; lower-case letters and digits, never used twice */
    public AxonAccess(EventStore store, InstantSource clock, String token) {
        this.store = store;
        this.clock = clock;
        this.token = token;
    }

    @Override
    public void record(AccessEvent event, Envelope envelope) {
        var waiting = new Waiting(event, envelope);
        synchronized (queue) {
            queue.add(waiting);
        }
        synchronized (appending) {
            while (!waiting.done) {
                append(take());
            }
        }
        if (waiting.failure != null) {
            throw waiting.failure;
        }
    }

    private List<Waiting> take() {
        var batch = new ArrayList<Waiting>();
        synchronized (queue) {
            while (batch.size() < BATCH_MAX && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
        }
        return batch;
    }

    private void append(List<Waiting> batch) {
        RuntimeException failure = null;
        try {
            begin(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            var messages = new ArrayList<DomainEventMessage<?>>(batch.size());
            for (var waiting : batch) {
                messages.add(message(waiting, next + messages.size()));
            }
            store.publish(messages);
            next += messages.size();
        } catch (RuntimeException e) { // everyone who waits must hear of it
            failure = e;
            day = null;
        }
        for (var waiting : batch) {
            waiting.failure = failure;
            waiting.done = true;
        }
    }

    private void begin(LocalDate today) {
        if (today.equals(day)) {
            return;
        }
        day = today;
        begun++;
        stream = new StreamId(
                "%s-%s-%s-%d".formatted(FAMILY, DateTimeFormatter.BASIC_ISO_DATE.format(today), token, begun));
        next = 0;
    }

    private DomainEventMessage<AccessEvent> message(Waiting waiting, long sequence) {
        var json = EventJson.MAPPER.writeValueAsString(waiting.envelope);
        return new GenericDomainEventMessage<>(
                FAMILY, stream.value(), sequence, waiting.event, MetaData.with(Envelope.METADATA_KEY, json));
    }

    /** An event whose recorder waits; guarded by {@code appending}. */
    private static final class Waiting {

        private final AccessEvent event;
        private final Envelope envelope;
        private boolean done;
        private @Nullable RuntimeException failure;

        Waiting(AccessEvent event, Envelope envelope) {
            this.event = event;
            this.envelope = envelope;
        }
    }
}
