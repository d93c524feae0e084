package casetrail.query.timeline;

import casetrail.events.cases.Stage;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFile.Clock;
import casetrail.query.casefile.CaseFile.ClockState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event did to one clock.
 *
 * @param deadline after the event
 * @param onTime if it was finished
 * @param remainingSeconds if it was paused
 */
record ClockChange(
        Stage stage,
        int round,
        What what,
        Instant deadline,
        @Nullable Boolean onTime,
        @Nullable Long remainingSeconds) {

    /** What happened to a clock. */
    enum What {
        STARTED,
        PAUSED,
        RESUMED,
        /** It runs on by another deadline. */
        MOVED,
        FINISHED,
        ABANDONED
    }

    static List<ClockChange> between(@Nullable CaseFile before, CaseFile after) {
        var changes = new ArrayList<ClockChange>();
        after.clocks().forEach((key, clock) -> {
            var was = before == null ? null : before.clocks().get(key);
            if (!clock.equals(was)) {
                changes.add(new ClockChange(
                        clock.stage(),
                        clock.round(),
                        what(was, clock),
                        clock.deadline(),
                        clock.onTime(),
                        clock.remainingSeconds()));
            }
        });
        return changes;
    }

    private static What what(@Nullable Clock was, Clock is) {
        return switch (is.state()) {
            case RUNNING -> {
                if (was == null || was.state() == ClockState.FINISHED || was.state() == ClockState.ABANDONED) {
                    yield What.STARTED;
                }
                yield was.state() == ClockState.PAUSED ? What.RESUMED : What.MOVED;
            }
            case PAUSED -> What.PAUSED;
            case FINISHED -> What.FINISHED;
            case ABANDONED -> What.ABANDONED;
        };
    }
}
