package casetrail.events.cases;

import java.time.Instant;

/**
 * A clock that was started, with the deadline that was computed then and is never computed again.
 *
 * @param round from 1; rework and reopening start further rounds
 * @param startedAt the moment it runs from
 * @param profile name and version of the clock profile that gave the limit
 * @param calendar name and version of the calendar that was counted by
 */
public record StageClock(
        Stage stage, int round, Limit limit, Instant startedAt, Instant deadline, String profile, String calendar) {

    public StageClock {
        if (round < 1) {
            throw new IllegalArgumentException("round %d is below 1".formatted(round));
        }
    }
}
