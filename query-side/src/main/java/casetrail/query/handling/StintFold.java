package casetrail.query.handling;

import casetrail.events.Recorded;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import casetrail.query.handling.Stint.End;
import casetrail.query.handling.Stint.Round;
import casetrail.query.handling.Stint.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which unit held the case when: one arm for each thing that can happen. Deadlines and outcomes are taken from events, never computed. */
final class StintFold {

    private final Instant at;
    private final List<Stint> stints;

    private StintFold(Instant at, List<Stint> before) {
        this.at = at;
        this.stints = new ArrayList<>(before);
    }

    static List<Stint> after(List<Stint> before, Recorded<CaseEvent> recorded) {
        var fold = new StintFold(recorded.recordedAt(), before);
        fold.draw(recorded.event());
        return fold.stints;
    }

    private void draw(CaseEvent event) {
        switch (event) {
            case CaseEvent.CaseDispatched e -> begin(e.unit(), false, e.override(), e.handle());
            case CaseEvent.AssignmentAccepted e -> now(s -> s.accepted(at));
            case CaseEvent.AssignmentReturned e -> now(s -> s.ended(End.RETURNED, at));
            case CaseEvent.FeedbackSubmitted e -> now(s -> finished(s, e.handle()));
            case CaseEvent.ReworkOrdered e -> now(s -> s.with(round(e.handle())));
            case CaseEvent.CaseClosed e -> now(s -> s.ended(End.CLOSED, at));
            case CaseEvent.CaseForceClosed e -> now(s -> s.ended(End.FORCE_CLOSED, at));
            case CaseEvent.CaseVoided e -> now(s -> s.ended(End.VOIDED, at));
            case CaseEvent.CaseReopened e -> begin(e.unit(), true, false, e.handle());
            case CaseEvent.ExtensionApproved e -> now(s -> runs(s, e.handle()).counting(1, 0));
            case CaseEvent.SuspensionApproved e -> now(s -> s.with(new Span(e.category(), at, e.until(), null)));
            case CaseEvent.SuspensionEnded e -> now(s -> s.resumed(at));
            case CaseEvent.ClockResumed e -> now(s -> runs(s, e.clock()));
            case CaseEvent.SupervisionIssued e -> now(s -> s.counting(0, 1));
            case CaseEvent.ReportRegistered e -> {}
            case CaseEvent.ResolvedOnSite e -> {}
            case CaseEvent.VerificationRequested e -> {}
            case CaseEvent.VerificationSubmitted e -> {}
            case CaseEvent.FilingProposed e -> {}
            case CaseEvent.CaseFiled e -> {}
            case CaseEvent.ReportRejected e -> {}
            case CaseEvent.CaseMerged e -> {}
            case CaseEvent.CaseUnmerged e -> {}
            case CaseEvent.ChildLinked e -> {}
            case CaseEvent.ChildUnlinked e -> {}
            case CaseEvent.HandlerAssigned e -> {}
            case CaseEvent.HandlerReassigned e -> {}
            case CaseEvent.HandlerRevoked e -> {}
            case CaseEvent.ResponsibilityDisputeOpened e -> {}
            case CaseEvent.CaseReturnedToIntake e -> {}
            case CaseEvent.ResponsibilityDecided e -> {}
            case CaseEvent.ProgressRecorded e -> {}
            case CaseEvent.HandlingCompleted e -> {}
            case CaseEvent.CheckRequested e -> {}
            case CaseEvent.CheckSubmitted e -> {}
            case CaseEvent.ForceClosureRequested e -> {}
            case CaseEvent.ForceClosureRejected e -> {}
            case CaseEvent.ExtensionRequested e -> {}
            case CaseEvent.ExtensionRejected e -> {}
            case CaseEvent.SuspensionRequested e -> {}
            case CaseEvent.SuspensionRejected e -> {}
            case CaseEvent.ClockPaused e -> {}
            case CaseEvent.SupervisionAnswered e -> {}
            case CaseEvent.SupervisionLifted e -> {}
            case CaseEvent.CaseWhistleOpened e -> {}
            case CaseEvent.CaseWhistleClosed e -> {}
            case CaseEvent.CaseDeliberationOpened e -> {}
            case CaseEvent.CaseDeliberationClosed e -> {}
            case CaseEvent.VoidRequested e -> {}
            case CaseEvent.VoidRejected e -> {}
            case CaseEvent.CallbackRecorded e -> {}
            case CaseEvent.OverdueAppealFiled e -> {}
            case CaseEvent.OverdueAppealReviewed e -> {}
            case CaseEvent.OverdueExempted e -> {}
            case CaseEvent.OverdueAppealRejected e -> {}
            case CaseEvent.CaseArchived e -> {}
            case CaseEvent.CaseDataCorrected e -> {}
            case CaseEvent.VisibilityRestricted e -> {}
            case CaseEvent.RestrictionLifted e -> {}
        }
    }

    /** A reopened case goes on where it was accepted before. */
    private void begin(UnitCode unit, boolean reopened, boolean override, StageClock handle) {
        stints.add(new Stint(
                unit,
                at,
                reopened,
                override,
                reopened ? at : null,
                List.of(round(handle)),
                List.of(),
                0,
                0,
                null,
                null));
    }

    /** Changes the stint that is under way; what happens while no unit holds the case is nobody's stint. */
    private void now(UnaryOperator<Stint> change) {
        if (!stints.isEmpty() && stints.getLast().isOpen()) {
            stints.add(change.apply(stints.removeLast()));
        }
    }

    private static Stint finished(Stint stint, StageOutcome handle) {
        return stint.round(
                handle.round(),
                r -> new Round(r.round(), r.startedAt(), handle.deadline(), handle.finishedAt(), handle.onTime()));
    }

    private static Stint runs(Stint stint, StageClock clock) {
        return clock.stage() != Stage.HANDLE
                ? stint
                : stint.round(
                        clock.round(),
                        r -> new Round(r.round(), r.startedAt(), clock.deadline(), r.finishedAt(), r.onTime()));
    }

    private static Round round(StageClock handle) {
        return new Round(handle.round(), handle.startedAt(), handle.deadline(), null, null);
    }
}
