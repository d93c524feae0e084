package casetrail.rules.clocks;

import casetrail.events.cases.Limit;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import java.time.Instant;

/** What happens to the clock of a stage. Every answer is computed once and then stands in an event. */
public final class Clocks {

    private Clocks() {}

    /** A clock that runs from {@code at} by the profile's own limit for the stage. */
    public static StageClock start(ClockProfile profile, Stage stage, int round, Instant at) {
        return start(profile, stage, round, profile.limit(stage), at);
    }

    /** A clock that runs from {@code at} by the given limit. */
    public static StageClock start(ClockProfile profile, Stage stage, int round, Limit limit, Instant at) {
        return new StageClock(
                stage, round, limit, at, profile.deadline(at, limit), profile.version(), profile.calendar());
    }

    /** How a round of a stage ended. */
    public static StageOutcome finish(StageClock clock, Instant at) {
        return new StageOutcome(clock.stage(), clock.round(), clock.deadline(), at, !at.isAfter(clock.deadline()));
    }

    /** Whether the deadline has passed. */
    public static boolean isOverdue(StageClock clock, Instant at) {
        return at.isAfter(clock.deadline());
    }

    /** The seconds left when a clock is stopped for a while; below 0 if it is overdue already. */
    public static long pause(ClockProfile profile, StageClock clock, Instant at) {
        return profile.remainingSeconds(at, clock.deadline(), clock.limit().unit());
    }

    /** The clock that runs on from {@code at} with what was left, counted by today's profile and never by a shift on the wall. */
    public static StageClock resume(ClockProfile profile, StageClock paused, long remainingSeconds, Instant at) {
        return new StageClock(
                paused.stage(),
                paused.round(),
                paused.limit(),
                at,
                profile.deadline(at, remainingSeconds, paused.limit().unit()),
                profile.version(),
                profile.calendar());
    }

    /** The running clock with more time: what is left now and what was granted, counted from now. */
    public static StageClock extend(ClockProfile profile, StageClock clock, Limit added, Instant at) {
        long remaining = pause(profile, clock, at) + profile.seconds(added);
        return new StageClock(
                clock.stage(),
                clock.round(),
                clock.limit(),
                clock.startedAt(),
                profile.deadline(at, remaining, clock.limit().unit()),
                profile.version(),
                profile.calendar());
    }
}
