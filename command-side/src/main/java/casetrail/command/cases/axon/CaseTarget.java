package casetrail.command.cases.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Leads an order to its case. Axon hears of no expected version: the rules compare it, and say what the newest one is. */
public final class CaseTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof CaseRequest request) {
            return new VersionedAggregateIdentifier(request.order().command().caseId(), null);
        }
        throw new IllegalArgumentException(
                "no order about a case: " + command.getPayloadType().getName());
    }
}
