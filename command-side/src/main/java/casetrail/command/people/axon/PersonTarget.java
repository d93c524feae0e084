package casetrail.command.people.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Leads an order to its person. */
public final class PersonTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof PersonRequest request) {
            return new VersionedAggregateIdentifier(request.order().command().person(), null);
        }
        throw new IllegalArgumentException(
                "no order about a person: " + command.getPayloadType().getName());
    }
}
