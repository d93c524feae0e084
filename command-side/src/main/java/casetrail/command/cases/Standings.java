package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import java.time.Instant;
import java.util.Set;

/** Who holds which role at a moment. Safe for many threads, and quick. */
public interface Standings {

    /** Whether the person holds the role, for whatever unit. */
    boolean holds(PersonId person, Role role, Instant at);

    /** The units for which the person holds the role. */
    Set<UnitCode> unitsOf(PersonId person, Role role, Instant at);
}
