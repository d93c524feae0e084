package casetrail.edge.identity;

import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.GrantId;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds now by a grant.
 *
 * @param unit the unit it is held for; absent for roles without a unit
 */
public record Standing(GrantId grant, Role role, @Nullable UnitCode unit) {}
