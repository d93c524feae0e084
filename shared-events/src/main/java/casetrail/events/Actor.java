package casetrail.events;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, in which role and for which unit.
 *
 * @param unit the unit whose grant is used; absent for roles without a unit
 * @param onBehalfOf the person for whom it was done; separation of duties counts both
 */
public record Actor(
        PersonId person,
        Role role,
        @Nullable UnitCode unit,
        @Nullable PersonId onBehalfOf) {

    /** Timers, policies and reactions of the system itself. */
    public static final Actor SYSTEM = new Actor(new PersonId("person-system"), Role.SYSTEM, null, null);

    /** Every person whose deed this is: the doer, and whoever it was done for. */
    public Set<PersonId> persons() {
        return Stream.of(person, onBehalfOf).filter(p -> p != null).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether any person stands behind both. */
    public boolean sharesPersonWith(Set<PersonId> others) {
        return persons().stream().anyMatch(others::contains);
    }
}
