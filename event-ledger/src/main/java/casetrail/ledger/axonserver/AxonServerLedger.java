package casetrail.ledger.axonserver;

import casetrail.events.StreamId;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.Append;
import casetrail.ledger.Appended;
import casetrail.ledger.Ledger;
import casetrail.ledger.OutcomeUnknown;
import casetrail.ledger.SequenceConflict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/**
 * The log on an Axon Server. What is weaker than on PostgreSQL (recordedAt between several processes, above all) stands in
 * {@code docs/log-format.md}. The connection ends with {@link #close}.
 */
public final class AxonServerLedger implements Ledger, AutoCloseable {

    private final AxonServerConnectionManager connections;
    private final ServerCalls calls;
    private final ServerReads reads;
    private final ServerTail tail;
    private final InstantSource clock;

    private AxonServerLedger(AxonServerOptions options, InstantSource clock) {
        var configuration = AxonServerConfiguration.builder()
                .servers(options.servers())
                .componentName(options.component())
                .context(options.context())
                .build();
        this.connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        this.connections.start();
        this.calls = new ServerCalls(() -> connections.getConnection(options.context()), options.patience());
        this.reads = new ServerReads(calls);
        this.tail = new ServerTail(reads);
        this.clock = clock;
    }

    /**
     * Connects; the server may be away and come later.
     *
     * @param clock gives recordedAt
     */
    public static AxonServerLedger open(AxonServerOptions options, InstantSource clock) {
        return new AxonServerLedger(options, clock);
    }

    @Override
    public Appended append(Append append) {
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var transaction = calls.channel().startAppendEventsTransaction();
        for (int place = 0; place < append.events().size(); place++) {
            transaction.appendEvent(ServerEvents.event(append, place, recordedAt));
        }
        try {
            transaction.commit().get(calls.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (ServerCalls.isInvalidSequence(e.getCause())) {
                throw new SequenceConflict(append.stream(), append.firstSequence());
            }
            return settled(append, e);
        } catch (TimeoutException e) {
            return settled(append, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutcomeUnknown("interrupted while appending", e);
        }
        return appended(append, recordedAt);
    }

    /** Nobody knows whether it was committed, so the stream is asked for the event by its id. */
    private Appended settled(Append append, Exception e) {
        try {
            var found = reads.aggregate(append.stream(), append.firstSequence(), 1);
            if (!found.isEmpty()) {
                if (found.getFirst()
                        .getMessageIdentifier()
                        .equals(append.events().getFirst().id().toString())) {
                    return appended(
                            append, Instant.ofEpochMilli(found.getFirst().getTimestamp()));
                }
                throw new SequenceConflict(append.stream(), append.firstSequence());
            }
        } catch (LogUnavailable again) {
            e.addSuppressed(again);
        }
        throw new OutcomeUnknown("Axon Server was lost while appending: " + e.getMessage(), e);
    }

    /** The server does not tell positions of what it commits; they are those at which the events are found. */
    private Appended appended(Append append, Instant recordedAt) {
        long first = reads.positionOf(append.stream(), append.firstSequence())
                .orElseThrow(() -> new IllegalStateException("what was appended is not there: " + append.stream()));
        int count = append.events().size();
        tail.seen(first + count);
        return new Appended(first, first + count - 1, append.firstSequence() + count - 1, recordedAt);
    }

    @Override
    public OptionalLong lastSequence(StreamId stream) {
        return reads.lastSequence(stream);
    }

    @Override
    public long end() {
        return reads.end();
    }

    @Override
    public List<StoredEvent> read(long from, int max) {
        return reads.read(from, max);
    }

    @Override
    public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        return reads.stream(stream, fromSequence, max);
    }

    @Override
    public OptionalLong positionOf(StreamId stream, long sequence) {
        return reads.positionOf(stream, sequence);
    }

    @Override
    public long positionAt(Instant moment) {
        return reads.positionAt(moment);
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return tail.awaitBeyond(position, atMost);
    }

    @Override
    public void close() {
        tail.close();
        connections.shutdown();
    }
}
