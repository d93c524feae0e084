package casetrail.query.caselist;

import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Standing;
import casetrail.edge.problem.RefusedException;
import casetrail.events.Axis;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.views.Condition;
import casetrail.views.Scope;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose worklist it is.
 *
 * @param person whose work is meant where it is one person's; absent for anybody's
 * @param units whose cases are meant; absent for any unit's
 */
record Bench(@Nullable PersonId person, @Nullable Condition units) {

    /** Who may look at anybody's worklist. */
    static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPERVISOR, Role.SHIFT_LEADER, Role.STREET_LEAD);

    /** The asker's own by one standing; absent if cases wait for the role in units only and the standing has none. */
    static @Nullable Bench own(PersonId person, Scope.Standing standing) {
        if (!isOfUnits(standing.role())) {
            return new Bench(person, null);
        }
        var unit = standing.unit();
        return unit == null ? null : new Bench(person, of(Set.of(unit)));
    }

    /**
     * What an asker may see of a role's work: one's own; as coordinator of a unit, that of its coordinators and field workers; as overseer,
     * everybody's.
     *
     * @throws RefusedException if the asker may not
     */
    static Bench of(Asker asker, Role role, @Nullable PersonId person, @Nullable UnitCode unit) {
        var held = unitsOf(asker, role);
        boolean asOneself = person == null || person.equals(asker.person());
        if (asker.holds(role) && asOneself && (unit == null || !isOfUnits(role) || held.contains(unit))) {
            return isOfUnits(role)
                    ? new Bench(asker.person(), of(unit == null ? held : Set.of(unit)))
                    : new Bench(asker.person(), unit == null ? null : of(Set.of(unit)));
        }
        if (asker.holdsAny(OVERSEERS)) {
            return new Bench(person, unit == null ? null : of(Set.of(unit)));
        }
        var led = unitsOf(asker, Role.DEPT_LEAD);
        if (isOfUnits(role) && !led.isEmpty() && (unit == null || led.contains(unit))) {
            return new Bench(person, of(unit == null ? led : Set.of(unit)));
        }
        throw forbidden(role);
    }

    /** On the disposal axis everybody acts for the unit that holds the case. */
    static boolean isOfUnits(Role role) {
        return role.axis() == Axis.DISPOSAL;
    }

    private static Condition of(Set<UnitCode> units) {
        return units.isEmpty()
                ? Condition.nothing()
                : new Condition.Is(
                        CaseFields.UNIT, units.stream().map(UnitCode::value).collect(Collectors.toSet()));
    }

    private static Set<UnitCode> unitsOf(Asker asker, Role role) {
        return asker.standings().stream()
                .filter(s -> s.role() == role)
                .map(Standing::unit)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static RefusedException forbidden(Role role) {
        var allowed = EnumSet.copyOf(OVERSEERS);
        allowed.add(role);
        if (isOfUnits(role)) {
            allowed.add(Role.DEPT_LEAD);
        }
        return new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                .with("role", "-")
                .with("allowed", allowed.stream().map(Role::name).sorted().collect(Collectors.joining(", "))));
    }
}
