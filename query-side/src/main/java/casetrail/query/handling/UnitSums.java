package casetrail.query.handling;

import casetrail.events.UnitCode;
import java.time.Instant;
import java.util.List;

/**
 * What units did, in numbers.
 *
 * @param at when they were summed up
 * @param complete false if there are more units, or rarer numbers of them, than are told
 */
record UnitSums(Instant at, List<Sums> units, boolean complete) {

    /**
     * The numbers of one unit.
     *
     * @param stints how often it got a case
     * @param accepted how often it signed for one
     * @param feedbacks how often it confirmed a result
     * @param lateFeedbacks how often it did so after the deadline
     */
    record Sums(
            UnitCode unit,
            long stints,
            long accepted,
            long feedbacks,
            long lateFeedbacks,
            long returns,
            long reworks,
            long reopenings,
            long extensions,
            long suspensions,
            long supervisions) {}
}
