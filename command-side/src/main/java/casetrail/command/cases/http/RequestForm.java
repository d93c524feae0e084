package casetrail.command.cases.http;

import casetrail.command.cases.CaseCommand;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseTransitions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent for a command.
 *
 * @param type the record that its fields are read into; {@link None} if it has no fields of its own
 * @param bare makes a command that has no fields; absent for others
 */
record RequestForm(
        CaseCommandName command,
        Class<? extends Record> type,
        @Nullable Function<CaseId, CaseCommand> bare) {

    /** The form of a command; empty for what only the system does. */
    static Optional<RequestForm> of(CaseCommandName command) {
        return isForPersons(command) ? Optional.of(RequestForms.of(command)) : Optional.empty();
    }

    static boolean isForPersons(CaseCommandName command) {
        return !CaseTransitions.of(command).roles().equals(Set.of(Role.SYSTEM));
    }

    /** Whether it makes a case, and so has a path of its own. */
    static boolean isCreation(CaseCommandName command) {
        return CaseTransitions.of(command).from().isEmpty();
    }

    /** The path of a command; {@code {id}} stands for the case. */
    static String path(CaseCommandName command) {
        if (command == CaseCommandName.REGISTER_REPORT) {
            return "/api/cases";
        }
        return isCreation(command) ? "/api/cases/" + command.path() : "/api/cases/{id}/" + command.path();
    }

    boolean reasonRequired() {
        return CaseTransitions.of(command).reasonRequired();
    }

    /** The request that was read into the form's record. */
    CaseRequest request(Record read) {
        if (bare != null) {
            return making -> bare.apply(making.caseId());
        }
        return (CaseRequest) read;
    }

    /** No fields of its own. */
    record None() {}
}
