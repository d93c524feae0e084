package casetrail.ledger.axon;

import casetrail.events.wire.EventCatalogue;
import casetrail.events.wire.EventType;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate that can refuse: a sum that must not pass a limit. */
class Tally {

    static final String ENVELOPE = "{ \"actor\" : \"p-1\" }";

    static final EventCatalogue CATALOGUE = new EventCatalogue(List.of(
            new EventType<>("tally.opened", Opened.class, List.of()),
            new EventType<>("tally.raised", Raised.class, List.of(node -> node.put("upcast", true)))));

    record Opened(String id) {}

    record Raised(int by, boolean upcast) {}

    /** Not in the table of names. */
    record Unnamed(int by) {}

    sealed interface Command {
        String id();
    }

    record Open(String id) implements Command {}

    record Raise(String id, int by, int limit, @Nullable Long expectedVersion) implements Command {
        Raise(String id, int by, int limit) {
            this(id, by, limit, null);
        }
    }

    /** Applies this payload with this metadata after a good event. */
    record Force(String id, Object payload, Map<String, ?> metaData) implements Command {}

    static final class Refused extends CommandExecutionException {
        Refused(String message) {
            super(message, null);
        }
    }

    static final CommandTargetResolver TARGET = Tally::target;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String id;

    private int sum;

    Tally() {}

    @CommandHandler
    Tally(Open command) {
        AggregateLifecycle.apply(new Opened(command.id()), envelope());
    }

    @CommandHandler
    int handle(Raise command) {
        if (sum + command.by() > command.limit()) {
            throw new Refused("%d and %d is more than %d".formatted(sum, command.by(), command.limit()));
        }
        AggregateLifecycle.apply(new Raised(command.by(), true), envelope());
        return sum;
    }

    @CommandHandler
    void handle(Force command) {
        AggregateLifecycle.apply(new Raised(1, true), envelope());
        AggregateLifecycle.apply(command.payload(), MetaData.from(command.metaData()));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(Raised event) {
        sum += event.by();
    }

    static MetaData envelope() {
        return MetaData.with("envelope", ENVELOPE);
    }

    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return switch ((Command) message.getPayload()) {
            case Raise raise -> new VersionedAggregateIdentifier((Object) raise.id(), raise.expectedVersion());
            case Command command -> new VersionedAggregateIdentifier((Object) command.id(), null);
        };
    }
}
