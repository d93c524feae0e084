package casetrail.command.cases;

import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clocks of a case while one event is being folded in. */
final class ClockDraft {

    private Map<Stage, StageClock> running;
    private RunningClocks.@Nullable Paused paused;
    private Map<Stage, Integer> rounds;
    private Map<Stage, StageOutcome> outcomes;
    private boolean handledLate;

    ClockDraft(RunningClocks before) {
        running = before.running();
        paused = before.paused();
        rounds = before.rounds();
        outcomes = before.outcomes();
        handledLate = before.handledLate();
    }

    RunningClocks done() {
        return new RunningClocks(running, paused, rounds, outcomes, handledLate);
    }

    void start(StageClock clock) {
        running = with(running, clock.stage(), clock);
        rounds = with(rounds, clock.stage(), clock.round());
        paused = paused != null && paused.clock().stage() == clock.stage() ? null : paused;
    }

    void stop(StageOutcome outcome) {
        drop(outcome.stage());
        outcomes = with(outcomes, outcome.stage(), outcome);
        handledLate |= outcome.stage() == Stage.HANDLE && !outcome.onTime();
    }

    void pause(Stage stage, long remainingSeconds) {
        var clock = running.get(stage);
        if (clock != null) {
            paused = new RunningClocks.Paused(clock, remainingSeconds);
            drop(stage);
        }
    }

    /** Ends a clock that nobody is judged by. */
    void drop(Stage stage) {
        if (running.containsKey(stage)) {
            var fewer = new HashMap<>(running);
            fewer.remove(stage);
            running = Map.copyOf(fewer);
        }
    }

    void clear() {
        running = Map.of();
        paused = null;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
