package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know of a case. To everybody else it is as if there were none. */
public final class CaseVisibility {

    private static final Set<Role> ALWAYS = Set.of(Role.SHIFT_LEADER, Role.PRIVACY_OFFICER, Role.AUDITOR, Role.SYSTEM);

    private CaseVisibility() {}

    /**
     * A reporter knows the own cases only. Of a restricted case know those who keep restrictions, the people of the unit that holds it,
     * and whoever had to do with it.
     */
    public static boolean mayKnow(CaseState state, Actor actor) {
        boolean limited = state.overlays().restricted() || actor.role() == Role.CITIZEN;
        return !state.exists()
                || !limited
                || ALWAYS.contains(actor.role())
                || state.isHeldBy(actor.unit())
                || actor.sharesPersonWith(involved(state));
    }

    private static Set<PersonId> involved(CaseState state) {
        var handling = state.handling();
        var people = new HashSet<>(handling.handledBy());
        people.addAll(handling.completedBy());
        var intake = Objects.requireNonNull(state.intake(), "a case without a report");
        people.addAll(intake.reporters());
        people.addAll(intake.proposers());
        Stream.of(handling.handler(), handling.checker(), intake.collector())
                .filter(Objects::nonNull)
                .forEach(people::add);
        return people;
    }
}
