package casetrail.query.casefile;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.StageOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the fold that is about dispatching, handling, checking, closing and reopening. */
final class HandlingFold {

    private HandlingFold() {}

    static void on(Draft d, CaseEvent.CaseDispatched e) {
        d.status = CaseStatus.DISPATCHED;
        d.unit = e.unit();
        d.standard = e.standard();
        d.powersVersion = e.powersVersion();
        d.override = e.override();
        newRound(d);
        d.accepted = false;
        d.clocks.finished(e.dispatch());
        d.clocks.runs(e.handle());
    }

    static void on(Draft d, CaseEvent.AssignmentAccepted e) {
        d.status = CaseStatus.IN_PROGRESS;
        d.unit = e.unit();
        d.accepted = true;
    }

    static void on(Draft d, CaseEvent.HandlerAssigned e) {
        d.handler = d.involve(e.handler());
    }

    static void on(Draft d, CaseEvent.HandlerReassigned e) {
        d.handler = d.involve(e.handler());
    }

    static void on(Draft d, CaseEvent.HandlerRevoked e) {
        d.involve(e.handler());
        d.handler = null;
    }

    static void on(Draft d, CaseEvent.AssignmentReturned e) {
        d.status = CaseStatus.FILED;
        d.unit = null;
        d.handler = null;
        newRound(d);
        d.accepted = false;
        d.returns = e.returns();
        d.clocks.runs(e.dispatch());
    }

    static void on(Draft d, CaseEvent.ResponsibilityDisputeOpened e) {
        d.overlays.disputed = true;
        d.returns = e.returns();
    }

    static void on(Draft d, CaseEvent.ResponsibilityDecided e) {
        d.overlays.disputed = false;
        d.decidedUnit = e.unit();
        d.exhibit(e.evidence());
    }

    static void on(Draft d, CaseEvent.ProgressRecorded e) {
        d.progressNote = e.note();
        d.exhibit(e.evidence());
    }

    static void on(Draft d, CaseEvent.HandlingCompleted e) {
        d.completed = true;
        d.result = e.result();
        d.exhibit(e.evidence());
    }

    static void on(Draft d, CaseEvent.FeedbackSubmitted e) {
        d.status = CaseStatus.FEEDBACK;
        d.clocks.finished(e.handle());
        d.clocks.runs(e.close());
    }

    static void on(Draft d, CaseEvent.ReworkOrdered e) {
        d.status = CaseStatus.IN_PROGRESS;
        newRound(d);
        d.reworks = e.reworks();
        d.clocks.runs(e.handle());
    }

    static void on(Draft d, CaseEvent.CheckRequested e) {
        d.status = CaseStatus.CHECKING;
        d.checker = d.involve(e.collector());
        d.clocks.runs(e.check());
    }

    static void on(Draft d, CaseEvent.CheckSubmitted e) {
        d.status = CaseStatus.FEEDBACK;
        d.lastCheck = e.result();
        d.exhibit(e.evidence());
        d.checkNote = e.note() == null ? d.checkNote : e.note();
        d.clocks.finished(e.check());
    }

    static void on(Draft d, CaseEvent.CaseClosed e) {
        closed(d, CaseFile.ClosureKind.REGULAR, e.closureCondition(), e.checkWaived(), e.stages());
    }

    static void on(Draft d, CaseEvent.CaseForceClosed e) {
        closed(d, CaseFile.ClosureKind.FORCED, null, false, e.stages());
    }

    static void on(Draft d, CaseEvent.CaseReopened e) {
        d.status = CaseStatus.IN_PROGRESS;
        d.unit = e.unit();
        d.accepted = true;
        newRound(d);
        d.closure = null;
        d.reopenings++;
        d.clocks.runs(e.handle());
    }

    private static void newRound(Draft d) {
        d.completed = false;
        d.checker = null;
        d.lastCheck = null;
    }

    private static void closed(
            Draft d,
            CaseFile.ClosureKind kind,
            @Nullable String condition,
            boolean checkWaived,
            List<StageOutcome> stages) {
        d.status = CaseStatus.CLOSED;
        d.closure = new CaseFile.Closure(kind, condition, checkWaived, stages);
        d.clocks.finished(stages);
    }
}
