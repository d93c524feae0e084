package casetrail.command.cases.axon;

import casetrail.command.cases.CaseRules;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.Decision;
import casetrail.command.cases.Envelopes;
import casetrail.events.Envelope;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Puts {@link CaseRules} on the command bus. Holds no rule of its own. */
public final class CaseAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable CaseId id;

    private CaseState state = CaseState.NONE;

    /** The envelope that is being applied, so that it is not parsed again out of the metadata it was just written to. */
    private @Nullable Envelope applying;

    CaseAggregate() {}

    /** Axon creates a missing case for every order; the rules say which of them may begin one, and refuse the others. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CaseAnswer handle(CaseRequest request) {
        var decision = CaseRules.decide(state, request.order(), request.policy(), request.profile());
        return switch (decision) {
            case Decision.Refused(var refusal) -> throw new CommandRefused(refusal);
            case Decision.Repeated(var sequence, var status) -> new CaseAnswer(sequence, status, true);
            case Decision.Accepted accepted -> apply(request, accepted);
        };
    }

    private CaseAnswer apply(CaseRequest request, Decision.Accepted accepted) {
        var envelope = Envelopes.of(request.order().circumstances(), accepted, request.jurisdiction());
        var metaData = CaseMessages.metaData(envelope);
        applying = envelope;
        try {
            accepted.events().forEach(event -> AggregateLifecycle.apply(event, metaData));
        } finally {
            applying = null;
        }
        return new CaseAnswer(state.sequence(), Objects.requireNonNull(state.status()), false);
    }

    @EventSourcingHandler
    void on(CaseEvent event, DomainEventMessage<?> message, MetaData metaData) {
        var envelope = applying == null ? CaseMessages.envelope(metaData) : applying;
        id = event.caseId();
        state = CaseState.after(state, CaseMessages.recorded(message, envelope));
    }
}
