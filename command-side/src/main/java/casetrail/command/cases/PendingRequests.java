package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.cases.Limit;
import casetrail.events.cases.SuspensionCategory;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and waits for another person's answer: at most one of each kind. A request lapses when the case reaches a state
 * in which it can no longer be answered.
 *
 * @param forceClosureBy everybody behind the request for a forced closure; empty if there is none
 * @param voidBy everybody behind the request to void the case; empty if there is none
 * @param extensions how many extensions were approved, over all rounds
 * @param suspensions how many suspensions were approved, over all rounds
 */
public record PendingRequests(
        @Nullable Extension extension,
        @Nullable Suspension suspension,
        Set<PersonId> forceClosureBy,
        Set<PersonId> voidBy,
        int extensions,
        int suspensions) {

    static final PendingRequests NONE = new PendingRequests(null, null, Set.of(), Set.of(), 0, 0);

    /** More time is asked for. */
    public record Extension(Set<PersonId> by, @Nullable Limit wanted) {}

    /** It is asked that handling may wait. */
    public record Suspension(Set<PersonId> by, SuspensionCategory category, Instant until) {}
}
