package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Limit;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need of the handling and checking of a case.
 *
 * @param unit the unit that holds the case
 * @param decidedUnit the unit that was decided to be responsible for good
 * @param dispatchedAt when the case last went to a unit
 * @param limit how long the last dispatch gave for the handling
 * @param handler the field worker who is on the case
 * @param handledBy everybody who ever had a hand in the handling, in any round, for any unit, also on behalf of whom
 * @param units every unit that ever signed for the case
 * @param completedBy everybody behind the report of completion in this round; empty while there is none
 * @param checker the collector who was last asked to check
 * @param check what the check of this round found
 * @param returns how often a unit gave the case back
 * @param reworks how often the result was not good enough
 * @param feedbacks how often a unit confirmed a result
 */
public record Handling(
        @Nullable UnitCode unit,
        @Nullable UnitCode decidedUnit,
        @Nullable Instant dispatchedAt,
        @Nullable Limit limit,
        @Nullable PersonId handler,
        Set<PersonId> handledBy,
        Set<UnitCode> units,
        Set<PersonId> completedBy,
        @Nullable PersonId checker,
        @Nullable CheckResult check,
        int returns,
        int reworks,
        int feedbacks) {

    static final Handling NONE =
            new Handling(null, null, null, null, null, Set.of(), Set.of(), Set.of(), null, null, 0, 0, 0);
}
