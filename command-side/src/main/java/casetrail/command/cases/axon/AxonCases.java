package casetrail.command.cases.axon;

import casetrail.command.access.RecordAccess;
import casetrail.command.cases.CaseFactsLookup;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.CaseRules;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Decision;
import casetrail.command.cases.Envelopes;
import casetrail.command.cases.FindCase;
import casetrail.command.cases.Standings;
import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.ledger.axon.CommandOutcome;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Gives orders to the case aggregates. Looks up the facts they need, records every refusal before it is answered, and does not hide
 * an outage: then the future fails, and the same order with the same key may be given again.
 */
public final class AxonCases implements Cases {

    /** How often an order that lost its race is decided on fresh state before the asker is told that the case moved on. */
    static final int RACES_MAX = 5;

    private final Function<Object, CompletableFuture<CommandOutcome>> commands;
    private final EventLog log;
    private final FindCase cases;
    private final CaseFactsLookup facts;
    private final RefusalRecord refusals;
    private final CaseRulebook rulebook;
    private final String jurisdiction;

    /** @param commands sends to a bus on which {@link CaseAggregate} with {@link CaseTarget} answers */
    public AxonCases(
            Function<Object, CompletableFuture<CommandOutcome>> commands,
            EventLog log,
            FindCase cases,
            Standings standings,
            RecordAccess access,
            CaseRulebook rulebook,
            String jurisdiction) {
        this.commands = commands;
        this.log = log;
        this.cases = cases;
        this.facts = new CaseFactsLookup(standings, cases);
        this.refusals = new RefusalRecord(access, jurisdiction);
        this.rulebook = rulebook;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public CompletableFuture<CaseOutcome> obey(CaseOrder order) {
        return send(order, 1);
    }

    private CompletableFuture<CaseOutcome> send(CaseOrder order, int attempt) {
        CompletableFuture<CommandOutcome> sent;
        try {
            sent = commands.apply(request(facts.withFacts(order)));
        } catch (LogUnavailable e) {
            return CompletableFuture.failedFuture(e);
        }
        return sent.thenApply(outcome -> done(order, outcome))
                .exceptionallyCompose(failure -> notDone(order, cause(failure), attempt));
    }

    private CompletableFuture<CaseOutcome> notDone(CaseOrder order, Throwable failure, int attempt) {
        if (failure instanceof CommandExecutionException e && e.getDetails().orElse(null) instanceof Refusal refusal) {
            return refused(order, refusal);
        }
        if (failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException) {
            return attempt < RACES_MAX
                    ? send(order, attempt + 1)
                    : refused(order, Refusal.of(RefusalCode.STALE_VERSION));
        }
        return CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<CaseOutcome> refused(CaseOrder order, Refusal refusal) {
        refusals.record(order, refusal);
        return CompletableFuture.completedFuture(new CaseOutcome.Refused(refusal));
    }

    private CaseRequest request(CaseOrder order) {
        var at = order.circumstances().occurredAt();
        return new CaseRequest(order, rulebook.policy(at), rulebook.clocks(at), jurisdiction);
    }

    private CaseOutcome done(CaseOrder order, CommandOutcome outcome) {
        var answer = (CaseAnswer) Objects.requireNonNull(outcome.answer());
        var id = order.command().caseId();
        long position = !answer.repeated() && outcome.position().isPresent()
                ? outcome.position().getAsLong()
                : position(id, answer.sequence());
        return new CaseOutcome.Done(id, answer.sequence(), position, answer.status(), answer.repeated());
    }

    private long position(CaseId id, long sequence) {
        return log.positionOf(id.stream(), sequence)
                .orElseThrow(() -> new IllegalStateException(
                        "the log does not have event %d of %s, which was folded".formatted(sequence, id)));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public CompletableFuture<CaseOutcome> consider(CaseOrder order) {
        try {
            return CompletableFuture.completedFuture(considered(facts.withFacts(order)));
        } catch (LogUnavailable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CaseOutcome considered(CaseOrder order) {
        var request = request(order);
        var id = order.command().caseId();
        var state = cases.find(id).orElse(CaseState.NONE);
        return switch (CaseRules.decide(state, order, request.policy(), request.profile())) {
            case Decision.Refused(var refusal) -> new CaseOutcome.Refused(refusal);
            case Decision.Repeated(var sequence, var status) ->
                new CaseOutcome.Done(id, sequence, position(id, sequence), status, true);
            case Decision.Accepted accepted -> {
                var after = state;
                for (var event : accepted.events()) {
                    after = CaseState.after(after, unplaced(order, accepted, event, after.sequence() + 1));
                }
                yield new CaseOutcome.Done(
                        id, after.sequence(), Recorded.UNPLACED, Objects.requireNonNull(after.status()), false);
            }
        };
    }

    private Recorded<CaseEvent> unplaced(CaseOrder order, Decision.Accepted accepted, CaseEvent event, long sequence) {
        return new Recorded<>(
                Recorded.UNPLACED,
                event.caseId().stream(),
                sequence,
                "considered",
                order.circumstances().decidedAt(),
                Envelopes.of(order.circumstances(), accepted, jurisdiction),
                event);
    }
}
