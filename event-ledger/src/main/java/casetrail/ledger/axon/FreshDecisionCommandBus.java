package casetrail.ledger.axon;

import casetrail.events.StreamId;
import casetrail.events.log.LogUnavailable;
import casetrail.ledger.Ledger;
import java.util.Map;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * A command bus in this process on which nobody hears of a decision made on old state. A command that lost a race is decided
 * once more on what the log holds now, and so is one that was refused on a cached aggregate that turns out to be behind the log.
 * Axon evicts the cached aggregate when the unit of work rolls back, so the second decision loads afresh.
 */
final class FreshDecisionCommandBus extends SimpleCommandBus {

    private final Ledger ledger;

    FreshDecisionCommandBus(Ledger ledger) {
        super(SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates()));
        this.ledger = ledger;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (CurrentUnitOfWork.isStarted()) {
            // Inside another command's unit of work nothing is committed yet, so there is nothing to decide again.
            super.handle(command, handler, callback);
            return;
        }
        decide(command, handler, callback, true);
    }

    private <C, R> void decide(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback,
            boolean mayDecideAgain) {
        var observed = new Observed(handler);
        super.<C, R>handle(command, observed, (decided, result) -> {
            if (!result.isExceptional()) {
                callback.onResult(decided, observed.withPlace(result));
                return;
            }
            boolean again;
            try {
                again = mayDecideAgain && isStale(result.exceptionResult(), observed.loaded());
            } catch (LogUnavailable e) {
                // Whether the refusal was right cannot be known now, and a wrong one must not be answered.
                callback.onResult(decided, new GenericCommandResultMessage<R>(e));
                return;
            }
            if (again) {
                decide(command, handler, callback, false);
            } else {
                callback.onResult(decided, result);
            }
        });
    }

    private boolean isStale(Throwable failure, @Nullable Loaded loaded) {
        if (failure instanceof ConcurrencyException || failure instanceof AggregateStreamCreationException) {
            return true;
        }
        if (failure instanceof LogUnavailable || loaded == null || !loaded.cached()) {
            return false;
        }
        var last = ledger.lastSequence(new StreamId(loaded.aggregate()));
        return last.isEmpty() || last.getAsLong() != loaded.version();
    }

    /** Keeps hold of the unit of work, in which the repository and the event store note what they did. */
    private static final class Observed implements MessageHandler<CommandMessage<?>> {

        private final MessageHandler<? super CommandMessage<?>> handler;
        private @Nullable UnitOfWork<?> unitOfWork;

        Observed(MessageHandler<? super CommandMessage<?>> handler) {
            this.handler = handler;
        }

        @Override
        public Object handle(CommandMessage<?> command) throws Exception {
            unitOfWork = CurrentUnitOfWork.get();
            return handler.handle(command);
        }

        @Nullable
        Loaded loaded() {
            return unitOfWork == null ? null : Loaded.notedIn(unitOfWork);
        }

        <R> CommandResultMessage<? extends R> withPlace(CommandResultMessage<? extends R> result) {
            if (unitOfWork == null) {
                return result;
            }
            var appended = LedgerStorageEngine.appended(unitOfWork);
            if (appended.isPresent()) {
                return result.andMetaData(Map.of(
                        CommandOutcome.VERSION_KEY, appended.get().lastSequence(),
                        CommandOutcome.POSITION_KEY, appended.get().lastPosition()));
            }
            var loaded = loaded();
            return loaded == null ? result : result.andMetaData(Map.of(CommandOutcome.VERSION_KEY, loaded.version()));
        }
    }
}
