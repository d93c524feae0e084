package casetrail.command.cases.http;

import casetrail.command.access.RefusedAsks;
import casetrail.command.cases.CaseFacts;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Circumstances;
import casetrail.edge.problem.Problem.EventSince;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Reason;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.log.EventLog;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes asks in, makes orders of them, and says what became of them. Safe for many threads. */
final class CaseDesk {

    /** So many commands are under way at once; whoever comes then is asked to come again. */
    static final int UNDER_WAY_MAX = 512;

    /** Of the events since the version that the asker saw, so many are told. */
    static final int EVENTS_SINCE_MAX = 100;

    private final Cases cases;
    private final AskReading reading;
    private final CaseSealing sealing;
    private final KnownNumbers numbers;
    private final EventLog log;
    private final RefusedAsks refusals;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Semaphore underWay = new Semaphore(UNDER_WAY_MAX);

    CaseDesk(
            Cases cases,
            AskReading reading,
            CaseSealing sealing,
            KnownNumbers numbers,
            EventLog log,
            RefusedAsks refusals,
            InstantSource clock,
            Supplier<String> ids) {
        this.cases = cases;
        this.reading = reading;
        this.sealing = sealing;
        this.numbers = numbers;
        this.log = log;
        this.refusals = refusals;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins with an ask; the future fails only in an outage or by a defect.
     *
     * @param violations the faults found so far
     * @throws RefusedException if it cannot be made an order, which is on record then
     */
    CompletableFuture<Told> begin(Ask ask, Violations violations) {
        try {
            return begun(ask, violations);
        } catch (RefusedException e) {
            throw recorded(ask, e);
        }
    }

    /** The same refusal, on record; what was a dry run is not. */
    RefusedException recorded(Ask ask, RefusedException refused) {
        if (!ask.dryRun()) {
            var target = ask.caseId() != null ? ask.caseId() : newCase(ask);
            refusals.record(
                    ask.asker().onRecord(ask.wish()),
                    target.stream(),
                    ask.command().name(),
                    refused.refusal());
        }
        return refused;
    }

    private CompletableFuture<Told> begun(Ask ask, Violations violations) {
        var read = reading.read(ask, violations);
        if (ask.version() == null && ask.caseId() != null) {
            throw new RefusedException(RefusalCode.VERSION_REQUIRED);
        }
        if (!underWay.tryAcquire()) {
            throw new RefusedException(RefusalCode.TOO_MANY_REQUESTS);
        }
        CompletableFuture<Told> answer;
        try {
            answer = ordered(ask, read);
        } catch (RuntimeException e) {
            underWay.release();
            throw e;
        }
        return answer.whenComplete((told, failure) -> underWay.release());
    }

    private CompletableFuture<Told> ordered(Ask ask, AskReading.Read read) {
        var row = CaseTransitions.of(ask.command());
        var actor = ask.asker().actingAs(ask.wish(), row.roles());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = ask.caseId() != null ? ask.caseId() : newCase(ask);
        var seal = sealing.of(ask, id, read, row.roles().contains(actor.role()));
        var number = new AtomicReference<@Nullable CaseNumber>();
        var making = new CaseRequest.Making(id, seal.sealing(), () -> {
            var given = ask.dryRun() ? KnownNumbers.NOBODYS : numbers.of(id, now);
            number.set(given);
            return given;
        });
        var circumstances = circumstances(ask, read, actor, now, seal);
        var order = new CaseOrder(read.request().command(making), circumstances, seal.version(ask));
        var outcome = ask.dryRun() ? cases.consider(order) : cases.obey(order);
        return outcome.thenApply(o -> told(ask, o, number.get()));
    }

    /** The id of a new case follows from who asks and the key, so that repeats meet on one stream. */
    private CaseId newCase(Ask ask) {
        var key = ask.key() == null ? "dry-run " + ids.get() : ask.key();
        return CaseId.forRequest(ask.asker().person().value(), key);
    }

    private Circumstances circumstances(
            Ask ask, AskReading.Read read, Actor actor, Instant now, CaseSealing.Chosen seal) {
        var about = read.about();
        var channel = about.channel() == null ? Channel.WEB : about.channel();
        var reason = about.reason() == null
                ? null
                : new Reason(
                        about.reason().code(),
                        seal.sealing().textIfAny("reason", about.reason().text()));
        return new Circumstances(
                actor,
                channel,
                reason,
                now,
                about.occurredAt() == null ? now : about.occurredAt().truncatedTo(ChronoUnit.MICROS),
                channel == Channel.IMPORT ? Assurance.IMPORTED : Assurance.FIRST_HAND,
                List.of(),
                ask.dryRun() ? null : seal.request(),
                ids.get(),
                null,
                CaseFacts.NONE);
    }

    private Told told(Ask ask, CaseOutcome outcome, @Nullable CaseNumber given) {
        return switch (outcome) {
            case CaseOutcome.Refused(var refusal) -> new Told.Not(refusal, List.of(), since(ask, refusal));
            case CaseOutcome.Done d
            when ask.dryRun() ->
                new Told.Done(
                        new CommandAnswer(d.caseId(), number(ask, d, null), d.sequence(), null, d.status(), true),
                        ask.caseId() == null,
                        false);
            case CaseOutcome.Done d ->
                new Told.Done(
                        new CommandAnswer(
                                d.caseId(), number(ask, d, given), d.sequence(), d.position(), d.status(), null),
                        ask.caseId() == null,
                        d.repeated());
        };
    }

    private @Nullable CaseNumber number(Ask ask, CaseOutcome.Done done, @Nullable CaseNumber given) {
        if (ask.dryRun() && ask.caseId() == null) {
            return null;
        }
        return given != null && !done.repeated() ? numbers.keep(done.caseId(), given) : numbers.known(done.caseId());
    }

    private List<EventSince> since(Ask ask, Refusal refusal) {
        if (refusal.code() != RefusalCode.STALE_VERSION || ask.caseId() == null || ask.version() == null) {
            return List.of();
        }
        return log.stream(ask.caseId().stream(), ask.version() + 1, EVENTS_SINCE_MAX).stream()
                .map(e -> new EventSince(e.name(), e.sequence(), e.position()))
                .toList();
    }
}
