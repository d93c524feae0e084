package casetrail.command.cases;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Stage;
import casetrail.rules.clocks.Clocks;
import java.util.List;

/** What the commands about more time bring about. */
final class WaitingSteps {

    private WaitingSteps() {}

    /** Grants what was asked for, or once more the limit that the clock was started with. */
    static CaseEvent extend(Inquiry q) {
        var pending = q.state().pending().extension();
        var clock = q.running(Stage.HANDLE);
        var added = pending == null || pending.wanted() == null ? clock.limit() : pending.wanted();
        return new CaseEvent.ExtensionApproved(q.caseId(), added, Clocks.extend(q.profile(), clock, added, q.at()));
    }

    static List<CaseEvent> suspend(Inquiry q) {
        var pending = q.state().pending().suspension();
        if (pending == null) {
            throw new IllegalStateException("no suspension is asked for: " + q.caseId());
        }
        var clock = q.running(Stage.HANDLE);
        long left = Clocks.pause(q.profile(), clock, q.at());
        return List.of(
                new CaseEvent.SuspensionApproved(q.caseId(), pending.category(), pending.until()),
                new CaseEvent.ClockPaused(q.caseId(), Stage.HANDLE, clock.round(), q.at(), left));
    }

    static List<CaseEvent> resume(Inquiry q) {
        var paused = q.state().clocks().paused();
        if (paused == null) {
            throw new IllegalStateException("no clock stands still: " + q.caseId());
        }
        var clock = Clocks.resume(q.profile(), paused.clock(), paused.remainingSeconds(), q.at());
        return List.of(new CaseEvent.SuspensionEnded(q.caseId()), new CaseEvent.ClockResumed(q.caseId(), clock));
    }
}
