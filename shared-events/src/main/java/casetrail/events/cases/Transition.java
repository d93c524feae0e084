package casetrail.events.cases;

import casetrail.events.Role;
import java.util.List;
import java.util.Set;

/**
 * One row of the life-cycle: what may be asked in which states by whom, and what it brings about.
 *
 * @param id the row's name in the trade's description, {@code T01} to {@code T36}
 * @param from the states it is allowed in; empty exactly for a case that does not exist yet
 * @param target what becomes of the state
 * @param events the events it may bring about, in their order; not always all of them
 * @param roles who may ask
 * @param ownUnit whether those on the disposal axis must act for the unit that holds the case
 * @param reasonRequired whether a reason has to be given
 * @param guards what else must hold, tried in this order
 */
public record Transition(
        String id,
        CaseCommandName command,
        Set<CaseStatus> from,
        Target target,
        List<Class<? extends CaseEvent>> events,
        Set<Role> roles,
        boolean ownUnit,
        boolean reasonRequired,
        List<Guard> guards) {

    /** What becomes of the state. */
    public sealed interface Target {

        /** It is this state afterwards. */
        record To(CaseStatus status) implements Target {}

        /** It is this state, or stays as it was, as the policy says. */
        record MaybeTo(CaseStatus status) implements Target {}

        /** It stays as it was. */
        record Unchanged() implements Target {}

        /** It is again what it was before the suspension. */
        record AsBeforeSuspension() implements Target {}
    }
}
