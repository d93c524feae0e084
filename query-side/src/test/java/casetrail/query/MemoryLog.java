package casetrail.query;

import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A log in memory that keeps the promises of the port. */
public final class MemoryLog implements EventLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<StreamId, Long> lengths = new HashMap<>();

    /** The most events that one read asked for: what a reader can have in memory at once. */
    public final AtomicInteger largestRead = new AtomicInteger();

    /** How often the log was read. */
    public final AtomicInteger reads = new AtomicInteger();

    public long append(StreamId stream, Instant recordedAt, Envelope envelope, Object event) {
        var name = EventNames.CATALOGUE.nameOf(event.getClass());
        return append(
                stream,
                recordedAt,
                name.name(),
                name.revision(),
                EventJson.MAPPER.writeValueAsBytes(envelope),
                EventNames.CATALOGUE.write(event));
    }

    /** As if it had just been made. */
    public void clear() {
        lock.lock();
        try {
            events.clear();
            lengths.clear();
        } finally {
            lock.unlock();
        }
    }

    public long append(
            StreamId stream, Instant recordedAt, String name, int revision, byte[] envelope, byte[] payload) {
        lock.lock();
        try {
            long position = events.size();
            long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
            events.add(new StoredEvent(
                    position, stream, sequence, new UUID(3, position), name, revision, recordedAt, envelope, payload));
            grown.signalAll();
            return position;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long end() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<StoredEvent> read(long from, int max) {
        lock.lock();
        try {
            reads.incrementAndGet();
            largestRead.accumulateAndGet(max, Math::max);
            int first = (int) Math.min(from, events.size());
            return List.copyOf(events.subList(first, (int) Math.min(events.size(), (long) first + max)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        lock.lock();
        try {
            return events.stream()
                    .filter(e -> e.stream().equals(stream) && e.sequence() >= fromSequence)
                    .limit(max)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OptionalLong positionOf(StreamId stream, long sequence) {
        lock.lock();
        try {
            return events.stream()
                    .filter(e -> e.stream().equals(stream) && e.sequence() == sequence)
                    .mapToLong(StoredEvent::position)
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long positionAt(Instant moment) {
        lock.lock();
        try {
            return events.stream()
                    .filter(e -> !e.recordedAt().isBefore(moment))
                    .mapToLong(StoredEvent::position)
                    .findFirst()
                    .orElse(events.size());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (events.size() <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return events.size() > position;
        } finally {
            lock.unlock();
        }
    }
}
