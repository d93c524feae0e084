package casetrail.command.cases;

import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import casetrail.rules.clocks.Clocks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/** What the commands of working, checking and closing bring about. */
final class HandlingSteps {

    private HandlingSteps() {}

    /** A field worker's report waits for the coordinator; a coordinator's own is confirmed with it. */
    static List<CaseEvent> reportCompletion(CaseCommand.ReportCompletion c, Inquiry q) {
        var result = Objects.requireNonNull(c.result(), "completion without a result");
        var events = new ArrayList<CaseEvent>();
        events.add(new CaseEvent.HandlingCompleted(c.caseId(), result, c.evidence()));
        if (q.actor().role() == Role.DEPT_LEAD) {
            events.add(feedback(q));
        }
        return events;
    }

    static CaseEvent feedback(Inquiry q) {
        return new CaseEvent.FeedbackSubmitted(
                q.caseId(), DispatchSteps.unit(q), q.finish(Stage.HANDLE), q.start(Stage.CLOSE));
    }

    static CaseEvent rework(Inquiry q) {
        return new CaseEvent.ReworkOrdered(q.caseId(), q.state().handling().reworks() + 1, freshBudget(q));
    }

    static CaseEvent requestCheck(CaseCommand.RequestCheck c, Inquiry q) {
        return new CaseEvent.CheckRequested(c.caseId(), c.collector(), q.start(Stage.CHECK));
    }

    static CaseEvent submitCheck(CaseCommand.SubmitCheck c, Inquiry q) {
        return new CaseEvent.CheckSubmitted(c.caseId(), c.result(), c.evidence(), c.note(), q.finish(Stage.CHECK));
    }

    static CaseEvent close(CaseCommand.CloseCase c, Inquiry q) {
        boolean waived = q.state().handling().check() != CheckResult.PASS;
        return new CaseEvent.CaseClosed(c.caseId(), c.closureCondition(), waived, stages(q));
    }

    static CaseEvent forceClose(Inquiry q) {
        return new CaseEvent.CaseForceClosed(q.caseId(), stages(q));
    }

    static CaseEvent reopen(Inquiry q) {
        var clock = freshBudget(q);
        return new CaseEvent.CaseReopened(q.caseId(), clock.round(), DispatchSteps.unit(q), clock);
    }

    /** How the last round of every stage went, the one that ends now among them. */
    private static List<StageOutcome> stages(Inquiry q) {
        var outcomes = new EnumMap<Stage, StageOutcome>(Stage.class);
        outcomes.putAll(q.state().clocks().outcomes());
        outcomes.put(Stage.CLOSE, q.finish(Stage.CLOSE));
        return List.copyOf(outcomes.values());
    }

    /** Another round gets as much time as the case was dispatched with. */
    private static StageClock freshBudget(Inquiry q) {
        int round = q.state().clocks().nextRound(Stage.HANDLE);
        var limit = Objects.requireNonNull(q.state().handling().limit(), "never dispatched");
        return Clocks.start(q.profile(), Stage.HANDLE, round, limit, q.at());
    }
}
