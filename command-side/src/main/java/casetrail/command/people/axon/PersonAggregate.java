package casetrail.command.people.axon;

import casetrail.command.people.PersonDecision;
import casetrail.command.people.PersonRules;
import casetrail.command.people.PersonState;
import casetrail.events.PersonId;
import casetrail.events.people.PersonEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link PersonRules} on the command bus. Holds no rule of its own. */
public final class PersonAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable PersonId id;

    private PersonState state = PersonState.NONE;

    PersonAggregate() {}

    /** Axon creates a missing person for every order; the rules say which of them may begin one, and refuse the others. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PersonState handle(PersonRequest request) {
        return switch (PersonRules.decide(state, request.order())) {
            case PersonDecision.Refused(var refusal) -> throw new PersonRefused(refusal);
            case PersonDecision.Accepted(var events) -> {
                var metaData =
                        PersonMessages.metaData(PersonMessages.envelope(request.order(), request.jurisdiction()));
                events.forEach(event -> AggregateLifecycle.apply(event, metaData));
                yield state;
            }
        };
    }

    @EventSourcingHandler
    void on(PersonEvent event, DomainEventMessage<?> message) {
        id = event.person();
        state = PersonState.after(state, PersonMessages.recorded(message));
    }
}
