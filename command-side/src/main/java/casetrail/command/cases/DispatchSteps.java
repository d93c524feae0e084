package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Stage;
import casetrail.rules.clocks.Clocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the commands between dispatch and the work itself bring about. */
final class DispatchSteps {

    private DispatchSteps() {}

    static CaseEvent dispatch(CaseCommand.DispatchCase c, Inquiry q) {
        var standard = Objects.requireNonNull(q.intake().standard(), "a filed case without a filing standard");
        var limit = c.limit() == null ? q.profile().limit(Stage.HANDLE) : c.limit();
        int round = q.state().clocks().nextRound(Stage.HANDLE);
        return new CaseEvent.CaseDispatched(
                c.caseId(),
                c.unit(),
                standard,
                q.policy().powers().version(),
                c.override(),
                q.finish(Stage.DISPATCH),
                Clocks.start(q.profile(), Stage.HANDLE, round, limit, q.at()));
    }

    static CaseEvent accept(Inquiry q) {
        return new CaseEvent.AssignmentAccepted(q.caseId(), unit(q));
    }

    static CaseEvent reassign(CaseCommand.ReassignHandler c, Inquiry q) {
        return new CaseEvent.HandlerReassigned(c.caseId(), handler(q), c.handler());
    }

    static CaseEvent revoke(Inquiry q) {
        return new CaseEvent.HandlerRevoked(q.caseId(), handler(q));
    }

    static List<CaseEvent> giveBack(Inquiry q) {
        int returns = q.state().handling().returns() + 1;
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseEvent.AssignmentReturned(q.caseId(), unit(q), returns, q.start(Stage.DISPATCH)));
        // Where it was decided already there is nothing left to dispute.
        if (returns == q.policy().returnsBeforeDispute() && q.state().handling().decidedUnit() == null) {
            events.add(new CaseEvent.ResponsibilityDisputeOpened(q.caseId(), returns));
        }
        return events;
    }

    static CaseEvent returnToIntake(Inquiry q) {
        return new CaseEvent.CaseReturnedToIntake(q.caseId(), q.start(Stage.ACCEPT));
    }

    static UnitCode unit(Inquiry q) {
        return Objects.requireNonNull(q.state().handling().unit(), "no unit holds the case");
    }

    private static PersonId handler(Inquiry q) {
        return Objects.requireNonNull(q.state().handling().handler(), "no handler is on the case");
    }
}
