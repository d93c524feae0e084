package casetrail.views;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Passes everything on to another log; tests change what they want to. */
public class PassingLog implements EventLog {

    private final EventLog log;

    public PassingLog(EventLog log) {
        this.log = log;
    }

    @Override
    public long end() {
        return log.end();
    }

    @Override
    public List<StoredEvent> read(long from, int max) {
        return log.read(from, max);
    }

    @Override
    public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        return log.stream(stream, fromSequence, max);
    }

    @Override
    public List<StoredEvent> readFamily(String family, long from, int max) {
        return log.readFamily(family, from, max);
    }

    @Override
    public List<StoredEvent> readNamed(Set<String> names, long from, int max) {
        return log.readNamed(names, from, max);
    }

    @Override
    public OptionalLong positionOf(StreamId stream, long sequence) {
        return log.positionOf(stream, sequence);
    }

    @Override
    public long positionAt(Instant moment) {
        return log.positionAt(moment);
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return log.awaitBeyond(position, atMost);
    }
}
