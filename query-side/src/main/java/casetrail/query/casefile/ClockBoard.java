package casetrail.query.casefile;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import casetrail.query.casefile.CaseFile.Clock;
import casetrail.query.casefile.CaseFile.ClockState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The clocks of one case while an event is folded in. Deadlines are taken from events, never computed. */
final class ClockBoard {

    private final TreeMap<String, Clock> clocks;

    ClockBoard() {
        clocks = new TreeMap<>();
    }

    ClockBoard(SortedMap<String, Clock> before) {
        clocks = new TreeMap<>(before);
    }

    SortedMap<String, Clock> asMap() {
        return clocks;
    }

    /** It runs, by this deadline, from now on; it may have run or stood still before. */
    void runs(StageClock clock) {
        put(new Clock(
                clock.stage(),
                clock.round(),
                ClockState.RUNNING,
                clock.limit(),
                clock.startedAt(),
                clock.deadline(),
                null,
                null,
                null,
                null,
                clock.profile(),
                clock.calendar()));
    }

    void paused(CaseEvent.ClockPaused pause) {
        var c = clocks.get(Clock.key(pause.stage(), pause.round()));
        if (c != null) {
            put(new Clock(
                    c.stage(),
                    c.round(),
                    ClockState.PAUSED,
                    c.limit(),
                    c.startedAt(),
                    c.deadline(),
                    pause.pausedAt(),
                    pause.remainingSeconds(),
                    null,
                    null,
                    c.profile(),
                    c.calendar()));
        }
    }

    void finished(StageOutcome outcome) {
        var c = clocks.get(Clock.key(outcome.stage(), outcome.round()));
        put(new Clock(
                outcome.stage(),
                outcome.round(),
                ClockState.FINISHED,
                c == null ? null : c.limit(),
                c == null ? null : c.startedAt(),
                outcome.deadline(),
                null,
                null,
                outcome.finishedAt(),
                outcome.onTime(),
                c == null ? null : c.profile(),
                c == null ? null : c.calendar()));
    }

    void finished(List<StageOutcome> outcomes) {
        outcomes.forEach(this::finished);
    }

    /** Ends without an outcome what cannot run in that state: a returned case has no handling clock, a void one none at all. */
    void abandonAllBut(CaseStatus status, Instant at) {
        var runnable = runnableIn(status);
        clocks.replaceAll((key, c) -> isOpen(c) && !runnable.contains(c.stage()) ? abandoned(c, at) : c);
    }

    private void put(Clock clock) {
        clocks.put(Clock.key(clock.stage(), clock.round()), clock);
    }

    private static boolean isOpen(Clock clock) {
        return clock.state() == ClockState.RUNNING || clock.state() == ClockState.PAUSED;
    }

    private static Clock abandoned(Clock c, Instant at) {
        return new Clock(
                c.stage(),
                c.round(),
                ClockState.ABANDONED,
                c.limit(),
                c.startedAt(),
                c.deadline(),
                null,
                null,
                at,
                null,
                c.profile(),
                c.calendar());
    }

    /** Which stages a clock may be open for (domain 3.2); a suspended case keeps its handling clock, standing still. */
    private static Set<Stage> runnableIn(CaseStatus status) {
        return switch (status) {
            case REPORTED -> Set.of(Stage.ACCEPT);
            case VERIFYING -> Set.of(Stage.ACCEPT, Stage.VERIFY);
            case FILED -> Set.of(Stage.DISPATCH);
            case DISPATCHED, IN_PROGRESS, SUSPENDED -> Set.of(Stage.HANDLE);
            case FEEDBACK -> Set.of(Stage.CLOSE);
            case CHECKING -> Set.of(Stage.CLOSE, Stage.CHECK);
            case CLOSED, SELF_RESOLVED, REJECTED, MERGED, VOIDED, ARCHIVED -> Set.of();
        };
    }
}
