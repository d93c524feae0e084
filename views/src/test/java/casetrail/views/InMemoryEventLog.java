package casetrail.views;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.events.people.PersonEvent;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** A log in memory for tests of what reads the log. Safe for many threads. */
public final class InMemoryEventLog implements EventLog {

    /** When the first event of every such log was recorded; each next one a second later. */
    public static final Instant BEGINNING = Instant.parse("2026-03-01T08:00:00Z");

    /** Pages end early, as those of a real log may: only an empty one is the end. */
    private static final int PAGE_EVENTS = 50;

    private final List<StoredEvent> events = new ArrayList<>();
    private boolean broken;

    /** Appends an event to its person's stream; its position. */
    public long append(PersonEvent event) {
        return append(event.person().stream(), event);
    }

    /** Appends an event as the system's deed; its position. */
    public long append(StreamId stream, Object event) {
        var name = EventNames.CATALOGUE.nameOf(event.getClass());
        return append(stream, name.name(), name.revision(), EventNames.CATALOGUE.write(event));
    }

    /** Appends whatever bytes; its position. */
    public synchronized long append(StreamId stream, String name, int revision, byte[] payload) {
        long position = events.size();
        var at = BEGINNING.plusSeconds(position);
        long sequence = events.stream().filter(e -> e.stream().equals(stream)).count();
        events.add(new StoredEvent(
                position, stream, sequence, new UUID(0, position), name, revision, at, envelope(at), payload));
        notifyAll();
        return position;
    }

    /** Makes every call fail as if the engine were gone, or ends that. */
    public synchronized void breakDown(boolean down) {
        broken = down;
        notifyAll();
    }

    private static byte[] envelope(Instant at) {
        return EventJson.MAPPER
                .writeValueAsString(new Envelope(
                        Actor.SYSTEM,
                        Channel.SYSTEM,
                        null,
                        at,
                        Assurance.FIRST_HAND,
                        List.of(),
                        new TreeMap<>(),
                        "test",
                        null,
                        "test",
                        null))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized long end() {
        requireWhole();
        return events.size();
    }

    @Override
    public synchronized List<StoredEvent> read(long from, int max) {
        requireWhole();
        return events.stream().skip(from).limit(Math.min(max, PAGE_EVENTS)).toList();
    }

    @Override
    public synchronized List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        requireWhole();
        return events.stream()
                .filter(e -> e.stream().equals(stream) && e.sequence() >= fromSequence)
                .limit(max)
                .toList();
    }

    @Override
    public synchronized OptionalLong positionOf(StreamId stream, long sequence) {
        requireWhole();
        return events.stream()
                .filter(e -> e.stream().equals(stream) && e.sequence() == sequence)
                .mapToLong(StoredEvent::position)
                .findFirst();
    }

    @Override
    public synchronized long positionAt(Instant moment) {
        requireWhole();
        return events.stream().filter(e -> e.recordedAt().isBefore(moment)).count();
    }

    @Override
    public synchronized boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        requireWhole();
        while (events.size() <= position) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
            requireWhole();
        }
        return true;
    }

    private void requireWhole() {
        if (broken) {
            throw new LogUnavailable("the log is down for a test", new IllegalStateException("down"));
        }
    }
}
