package casetrail.command.cases;

import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case: which run, which stands still, and how earlier ones ended.
 *
 * @param running at most one per stage
 * @param rounds the last round that was started of each stage
 * @param outcomes how the last finished round of each stage ended
 * @param handledLate whether any round of handling was late
 */
public record RunningClocks(
        Map<Stage, StageClock> running,
        @Nullable Paused paused,
        Map<Stage, Integer> rounds,
        Map<Stage, StageOutcome> outcomes,
        boolean handledLate) {

    static final RunningClocks NONE = new RunningClocks(Map.of(), null, Map.of(), Map.of(), false);

    /** A clock that stands still. */
    public record Paused(StageClock clock, long remainingSeconds) {}

    /** The round that a new clock of the stage would have. */
    int nextRound(Stage stage) {
        return rounds.getOrDefault(stage, 0) + 1;
    }
}
