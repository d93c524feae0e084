package casetrail.command.cases;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Stage;
import casetrail.rules.clocks.Clocks;
import java.util.List;
import java.util.Objects;

/** What the commands about more time bring about. */
final class WaitingSteps {

    private WaitingSteps() {}

    /** Grants what was asked for, or once more the limit that the clock was started with. */
    static CaseEvent extend(Inquiry q) {
        var wanted = Objects.requireNonNull(q.state().pending().extension(), "no extension is asked for")
                .wanted();
        var clock = q.running(Stage.HANDLE);
        var added = wanted == null ? clock.limit() : wanted;
        return new CaseEvent.ExtensionApproved(q.caseId(), added, Clocks.extend(q.profile(), clock, added, q.at()));
    }

    static List<CaseEvent> suspend(Inquiry q) {
        var pending = Objects.requireNonNull(q.state().pending().suspension(), "no suspension is asked for");
        var clock = q.running(Stage.HANDLE);
        long left = Clocks.pause(q.profile(), clock, q.at());
        return List.of(
                new CaseEvent.SuspensionApproved(q.caseId(), pending.category(), pending.until()),
                new CaseEvent.ClockPaused(q.caseId(), Stage.HANDLE, clock.round(), q.at(), left));
    }

    static List<CaseEvent> resume(Inquiry q) {
        var paused = Objects.requireNonNull(q.state().clocks().paused(), "no clock stands still");
        var clock = Clocks.resume(q.profile(), paused.clock(), paused.remainingSeconds(), q.at());
        return List.of(new CaseEvent.SuspensionEnded(q.caseId()), new CaseEvent.ClockResumed(q.caseId(), clock));
    }
}
