package casetrail.standalone.imports;

import casetrail.command.cases.CaseFacts;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Circumstances;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Reason;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.refusals.Refusal;
import casetrail.events.wire.StoredEvents;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/** Takes the steps of one row through the real commands, in order, leaving out those that were taken before. */
final class Performance {

    private static final int STREAM_PAGE = 200;

    private final RequestFormat format;
    private final Cases cases;
    private final EventLog log;
    private final StoredEvents events;
    private final Supplies supplies;
    private final InstantSource clock;
    private final Patience patience;
    private final ConcurrentMap<Actor, Boolean> introduced = new ConcurrentHashMap<>();

    Performance(
            RequestFormat format,
            Cases cases,
            EventLog log,
            StoredEvents events,
            Supplies supplies,
            InstantSource clock,
            Patience patience) {
        this.format = format;
        this.cases = cases;
        this.log = log;
        this.events = events;
        this.supplies = supplies;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What became of a row.
     *
     * @param taken steps that were new
     * @param before steps that were taken before
     * @param events that the new steps brought about
     * @param refused the step that was refused, if one was; the row's later steps were not tried
     */
    record Taken(int taken, int before, long events, Optional<RefusedStep> refused) {}

    record RefusedStep(String step, Refusal refusal) {}

    Taken perform(ForeignRequest request, boolean mayBeThere) {
        var caseId = Script.caseId(format, request);
        var steps = Script.of(format, request);
        var done = mayBeThere ? done(caseId) : Set.<String>of();
        int taken = 0;
        int before = 0;
        long sequence = done.isEmpty() ? -1 : Long.MIN_VALUE;
        long brought = 0;
        for (var step : steps) {
            if (done.contains(keyOf(request, step))) {
                before++;
                continue;
            }
            introduce(step.actor());
            if (step.helper() != null) {
                introduce(step.helper());
            }
            switch (obey(order(request, step))) {
                case CaseOutcome.Done d when d.repeated() -> before++;
                case CaseOutcome.Done d -> {
                    taken++;
                    brought += sequence == Long.MIN_VALUE ? 1 : d.sequence() - sequence;
                    sequence = d.sequence();
                }
                case CaseOutcome.Refused r -> {
                    return new Taken(taken, before, brought, Optional.of(new RefusedStep(step.name(), r.refusal())));
                }
            }
        }
        return new Taken(taken, before, brought, Optional.empty());
    }

    /** Once in a run for each actor; whoever needs the same one meanwhile waits. */
    private void introduce(Actor actor) {
        introduced.computeIfAbsent(actor, a -> {
            supplies.introduce(a);
            return true;
        });
    }

    private CaseOutcome obey(CaseOrder order) {
        int failures = 0;
        while (true) {
            try {
                return cases.obey(order).join();
            } catch (CompletionException e) {
                failures++;
                if (failures == patience.tries() || Thread.currentThread().isInterrupted()) {
                    throw new ImportStopped(
                            "the log did not answer %d times: %s".formatted(failures, e.getMessage()), e);
                }
                LockSupport.parkNanos(patience.waitAfter(failures).toNanos());
            }
        }
    }

    private CaseOrder order(ForeignRequest request, Step step) {
        var decidedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var flags = new ArrayList<>(step.flags());
        Instant occurredAt = step.occurredAt();
        if (occurredAt.isAfter(decidedAt)) {
            occurredAt = decidedAt;
            flags.add(Anomaly.FUTURE_DATE.name());
        }
        var caseId = Script.caseId(format, request);
        var reason = step.reasonCode() == null ? null : new Reason(step.reasonCode(), null);
        var circumstances = new Circumstances(
                step.actor(),
                Channel.IMPORT,
                reason,
                decidedAt,
                occurredAt,
                Assurance.IMPORTED,
                flags,
                new RequestKey(format.client(), keyOf(request, step), bodyOf(step)),
                caseId.value(),
                null,
                CaseFacts.NONE); // whoever decides looks them up
        return new CaseOrder(step.command().apply(supplies), circumstances, null);
    }

    private static String keyOf(ForeignRequest request, Step step) {
        return request.key() + "/" + step.name();
    }

    private static Sha256 bodyOf(Step step) {
        var parts = new ArrayList<String>();
        parts.add(step.name());
        parts.add(step.actor().person().value());
        parts.add(step.occurredAt().toString());
        parts.addAll(step.asked());
        return new Sha256(ForeignText.hash(String.join("\u001f", parts)));
    }

    /** The keys of the steps that the case's stream holds. */
    private Set<String> done(CaseId caseId) {
        var keys = new HashSet<String>();
        long from = 0;
        List<StoredEvent> page;
        do {
            page = log.stream(caseId.stream(), from, STREAM_PAGE);
            for (var stored : page) {
                var key = events.envelope(stored).request();
                if (key != null && key.client().equals(format.client())) {
                    keys.add(key.key());
                }
            }
            from += page.size();
        } while (!page.isEmpty());
        return keys;
    }
}
