package casetrail.ledger.axonserver;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.CommandTargetResolver;

/** Commands over Axon Server: each goes to the process that has its aggregate in memory, whichever received it. */
public final class AxonServerBus {

    private final AxonServerLedger ledger;
    private final CommandTargetResolver target;

    /** @param target names the aggregate of every command; commands carry no annotations */
    public AxonServerBus(AxonServerLedger ledger, CommandTargetResolver target) {
        this.ledger = ledger;
        this.target = target;
    }

    /** For {@code AxonWiring.Builder.commandBus}: what comes over the server is decided on the bus of this process. */
    public CommandBus around(Configuration configuration, CommandBus local) {
        RoutingStrategy byAggregate = command -> target.resolveTarget(command).getIdentifier();
        return AxonServerCommandBus.builder()
                .axonServerConnectionManager(ledger.connections())
                .configuration(ledger.configuration())
                .localSegment(local)
                .serializer(configuration.messageSerializer())
                .routingStrategy(byAggregate)
                .build();
    }
}
