package casetrail.command.cases.axon;

import casetrail.events.refusals.Refusal;
import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a refusal out of a unit of work, which Axon rolls back for it; the refusal itself is the details. */
final class CommandRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1;

    CommandRefused(Refusal refusal) {
        super("refused: " + refusal.code(), null, refusal);
    }
}
