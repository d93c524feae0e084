package casetrail.ledger.axon;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Sends commands to their handlers. A lost race inside the server has been decided again before the answer comes. */
public final class Commands {

    private final CommandBus bus;

    Commands(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * On a bus in this process the command is handled by the calling thread and the future is done on return.
     *
     * @param metaData of the command message; handlers may ask for it, events do not get it
     * @return completes exceptionally with whatever the handler threw, an outage, or after a second lost race Axon's
     *     {@code ConcurrencyException} or {@code AggregateStreamCreationException}
     */
    public CompletableFuture<CommandOutcome> send(Object command, Map<String, ?> metaData) {
        var outcome = new CompletableFuture<CommandOutcome>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command).andMetaData(metaData), (sent, result) -> {
            if (result.isExceptional()) {
                outcome.completeExceptionally(result.exceptionResult());
            } else {
                outcome.complete(CommandOutcome.of(result));
            }
        });
        return outcome;
    }

    /** Without metadata. */
    public CompletableFuture<CommandOutcome> send(Object command) {
        return send(command, Map.of());
    }
}
