package casetrail.query.handling;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may look into whose handling history; in it are still only cases that the asker may know of. */
final class HandlingRights {

    /** Who may look at what any of the staff did. */
    static final Set<Role> OF_PEOPLE =
            EnumSet.of(Role.SUPERVISOR, Role.SHIFT_LEADER, Role.EVALUATOR, Role.AUDITOR, Role.PRIVACY_OFFICER);

    /** Who may look at what any unit did; persons are not in that. */
    static final Set<Role> OF_UNITS = EnumSet.of(
            Role.SUPERVISOR,
            Role.SHIFT_LEADER,
            Role.EVALUATOR,
            Role.AUDITOR,
            Role.PRIVACY_OFFICER,
            Role.DISPATCHER,
            Role.STREET_LEAD,
            Role.ANALYST);

    private HandlingRights() {}

    /** @throws RefusedException unless it is the asker, or the asker oversees people */
    static void mayLookAt(Asker asker, PersonId person) {
        if (!person.equals(asker.person())) {
            require(asker, OF_PEOPLE);
        }
    }

    /** @throws RefusedException unless the asker acts for the unit, or oversees units */
    static void mayLookAt(Asker asker, UnitCode unit) {
        if (asker.standings().stream().noneMatch(s -> unit.equals(s.unit()))) {
            require(asker, OF_UNITS);
        }
    }

    /** @throws RefusedException unless the asker oversees units */
    static void mayLookAtAll(Asker asker) {
        require(asker, OF_UNITS);
    }

    private static void require(Asker asker, Set<Role> roles) {
        if (!asker.holdsAny(roles)) {
            throw new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                    .with("role", "-")
                    .with("allowed", roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "))));
        }
    }
}
