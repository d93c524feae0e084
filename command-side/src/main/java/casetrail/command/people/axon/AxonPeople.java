package casetrail.command.people.axon;

import casetrail.command.access.RecordAccess;
import casetrail.command.people.People;
import casetrail.command.people.PersonDecision;
import casetrail.command.people.PersonOrder;
import casetrail.command.people.PersonOutcome;
import casetrail.command.people.PersonRules;
import casetrail.command.people.PersonState;
import casetrail.events.PersonId;
import casetrail.events.access.AccessEvent.CommandRefused;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.ledger.axon.CommandOutcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Gives orders to the person aggregates; every refusal is recorded before it is answered. */
public final class AxonPeople implements People {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Function<Object, CompletableFuture<CommandOutcome>> commands;
    private final EventStore store;
    private final RecordAccess access;
    private final String jurisdiction;

    /**
     * Where orders go.
     *
     * @param commands sends to a bus on which {@link PersonAggregate} with {@link PersonTarget} answers
     */
    public AxonPeople(
            Function<Object, CompletableFuture<CommandOutcome>> commands,
            EventStore store,
            RecordAccess access,
            String jurisdiction) {
        this.commands = commands;
        this.store = store;
        this.access = access;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public PersonOutcome obey(PersonOrder order) {
        try {
            var outcome =
                    commands.apply(new PersonRequest(order, jurisdiction)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var state = (PersonState) Objects.requireNonNull(outcome.answer());
            return new PersonOutcome.Done(
                    order.command().person(),
                    state.sequence(),
                    outcome.position().orElseThrow(),
                    state);
        } catch (ExecutionException e) {
            return refused(order, refusal(e.getCause() == null ? e : e.getCause()));
        } catch (TimeoutException e) {
            throw new LogUnavailable("an order about a person was not answered in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while an order about a person was carried out", e);
        }
    }

    private static Refusal refusal(Throwable failure) {
        if (failure instanceof CommandExecutionException e && e.getDetails().orElse(null) instanceof Refusal refusal) {
            return refusal;
        }
        if (failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException) {
            return Refusal.of(RefusalCode.STALE_VERSION);
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw new IllegalStateException("an order about a person failed", failure);
    }

    private PersonOutcome refused(PersonOrder order, Refusal refusal) {
        access.record(
                new CommandRefused(
                        order.command().person().stream(),
                        order.command().name(),
                        refusal.code().name(),
                        null),
                PersonMessages.envelope(order, jurisdiction));
        return new PersonOutcome.Refused(refusal);
    }

    @Override
    public PersonDecision consider(PersonOrder order) {
        return PersonRules.decide(find(order.command().person()).orElse(PersonState.NONE), order);
    }

    @Override
    public Optional<PersonState> find(PersonId person) {
        var state = PersonState.NONE;
        var events = store.readEvents(person.value());
        while (events.hasNext()) {
            state = PersonState.after(state, PersonMessages.recorded(events.next()));
        }
        return state.exists() ? Optional.of(state) : Optional.empty();
    }
}
