package casetrail.standalone.imports;

import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.events.Envelope;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Obeys everything and remembers it: one event for each order, without rules. For tests of what drives the rules. */
final class RememberingCases implements Cases, EventLog {

    private final List<StoredEvent> log = new ArrayList<>();
    private final Map<StreamId, List<StoredEvent>> streams = new HashMap<>();
    private int failures;
    private long dieAt = Long.MAX_VALUE;
    private String refused = "";

    /** The next so many orders meet an outage. */
    synchronized void failing(int times) {
        failures = times;
    }

    /** From so many events on nothing is obeyed any more, as if the process had been killed. */
    synchronized void dyingAt(long events) {
        dieAt = events;
    }

    /** Orders whose key ends like this are refused. */
    synchronized void refusing(String keyEnd) {
        refused = keyEnd;
    }

    @Override
    public synchronized CompletableFuture<CaseOutcome> obey(CaseOrder order) {
        var request = Objects.requireNonNull(order.circumstances().request());
        if (failures > 0 || log.size() >= dieAt) {
            failures--;
            return CompletableFuture.failedFuture(new IllegalStateException("no answer"));
        }
        if (!refused.isEmpty() && request.key().endsWith(refused)) {
            return CompletableFuture.completedFuture(new CaseOutcome.Refused(Refusal.of(RefusalCode.GUARD_FAILED)));
        }
        var stream = streams.computeIfAbsent(order.command().caseId().stream(), s -> new ArrayList<>());
        for (var stored : stream) {
            if (request.equals(envelope(stored).request())) {
                return done(order, stored, true);
            }
        }
        var stored = stored(order, stream.size());
        stream.add(stored);
        log.add(stored);
        return done(order, stored, false);
    }

    private StoredEvent stored(CaseOrder order, int sequence) {
        var given = order.circumstances();
        var envelope = new Envelope(
                given.actor(),
                given.channel(),
                given.reason(),
                given.occurredAt(),
                given.assurance(),
                given.flags(),
                new TreeMap<>(),
                "test",
                given.request(),
                given.correlationId(),
                null);
        boolean first = order.command() instanceof CaseCommand.RegisterReport;
        return new StoredEvent(
                log.size(),
                order.command().caseId().stream(),
                sequence,
                new UUID(0, log.size()),
                first ? "case.report-registered" : "case.filed",
                1,
                given.decidedAt(),
                EventJson.MAPPER.writeValueAsBytes(envelope),
                new byte[0]);
    }

    private static CompletableFuture<CaseOutcome> done(CaseOrder order, StoredEvent stored, boolean repeated) {
        return CompletableFuture.completedFuture(new CaseOutcome.Done(
                order.command().caseId(), stored.sequence(), stored.position(), CaseStatus.REPORTED, repeated));
    }

    static Envelope envelope(StoredEvent stored) {
        return EventJson.MAPPER.readValue(stored.envelope(), Envelope.class);
    }

    @Override
    public CompletableFuture<CaseOutcome> consider(CaseOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized long end() {
        return log.size();
    }

    @Override
    public synchronized List<StoredEvent> read(long from, int max) {
        return List.copyOf(log.subList((int) from, (int) Math.min(log.size(), from + max)));
    }

    @Override
    public synchronized List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
        var all = streams.getOrDefault(stream, List.of());
        return List.copyOf(
                all.subList((int) Math.min(fromSequence, all.size()), (int) Math.min(all.size(), fromSequence + max)));
    }

    @Override
    public OptionalLong positionOf(StreamId stream, long sequence) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long positionAt(Instant moment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean awaitBeyond(long position, Duration atMost) {
        throw new UnsupportedOperationException();
    }
}
