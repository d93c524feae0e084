package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Persons, accounts and grants as the log has them, moments after it has them.
 *
 * <p>If it cannot follow the log, every method throws {@link casetrail.events.log.LogUnavailable}.
 */
public interface Directory {

    /** The account of that name, open or closed. */
    Optional<Account> account(AccountName name);

    /** Whether the person is known. */
    boolean knows(PersonId person);

    /** What the person holds at a moment, in the order of granting. */
    List<Standing> standings(PersonId person, Instant at);

    /** Whether the person holds the role at a moment, for whatever unit. */
    default boolean holds(PersonId person, Role role, Instant at) {
        return standings(person, at).stream().anyMatch(s -> s.role() == role);
    }

    /** The units for which the person holds the role at a moment. */
    Set<UnitCode> unitsOf(PersonId person, Role role, Instant at);

    /** How many persons with an open account hold the role at a moment. */
    int countHolding(Role role, Instant at);

    /** How many of them hold it by a grant without an end. */
    int countLasting(Role role, Instant at);

    /** Waits until the event at the position is counted in; false if that took longer. */
    boolean awaitPosition(long position, Duration atMost);
}
