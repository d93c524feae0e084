package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.people.AccountName;

/**
 * An account as the log has it.
 *
 * @param open whether it may log in
 * @param epoch the position of the last event that ended its sessions; what was proven under an earlier epoch is void
 */
public record Account(AccountName name, PersonId person, boolean open, long epoch) {}
