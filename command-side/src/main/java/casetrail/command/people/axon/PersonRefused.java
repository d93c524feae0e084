package casetrail.command.people.axon;

import casetrail.events.refusals.Refusal;
import org.axonframework.commandhandling.CommandExecutionException;

/** Carries a refusal out of a unit of work, which Axon rolls back for it; the refusal itself is the details. */
final class PersonRefused extends CommandExecutionException {

    private static final long serialVersionUID = 1;

    PersonRefused(Refusal refusal) {
        super("refused: " + refusal.code(), null, refusal);
    }
}
