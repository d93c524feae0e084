package casetrail.query.casefile;

import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import org.jspecify.annotations.Nullable;

/** The one fold of a case for display: one arm for each thing that can happen, in the order of the life-cycle. */
final class CaseFileFold {

    private CaseFileFold() {}

    static CaseFile after(@Nullable CaseFile before, Recorded<CaseEvent> recorded) {
        var d = begin(before, recorded);
        draw(d, recorded.event());
        return d.done();
    }

    private static Draft begin(@Nullable CaseFile before, Recorded<CaseEvent> recorded) {
        if (before != null) {
            return new Draft(recorded, before);
        }
        if (recorded.event() instanceof CaseEvent.ReportRegistered report) {
            return new Draft(recorded, report);
        }
        throw new IllegalStateException("stream %s begins with %s and not with a report"
                .formatted(recorded.stream(), recorded.event().getClass().getSimpleName()));
    }

    private static void draw(Draft d, CaseEvent event) {
        switch (event) {
            case CaseEvent.ReportRegistered e -> IntakeFold.on(d, e);
            case CaseEvent.ResolvedOnSite e -> IntakeFold.on(d, e);
            case CaseEvent.VerificationRequested e -> IntakeFold.on(d, e);
            case CaseEvent.VerificationSubmitted e -> IntakeFold.on(d, e);
            case CaseEvent.FilingProposed e -> IntakeFold.on(d, e);
            case CaseEvent.CaseFiled e -> IntakeFold.on(d, e);
            case CaseEvent.ReportRejected e -> IntakeFold.on(d, e);
            case CaseEvent.CaseMerged e -> IntakeFold.on(d, e);
            case CaseEvent.CaseUnmerged e -> IntakeFold.on(d, e);
            case CaseEvent.ChildLinked e -> IntakeFold.on(d, e);
            case CaseEvent.ChildUnlinked e -> IntakeFold.on(d, e);
            case CaseEvent.CaseDispatched e -> HandlingFold.on(d, e);
            case CaseEvent.AssignmentAccepted e -> HandlingFold.on(d, e);
            case CaseEvent.HandlerAssigned e -> HandlingFold.on(d, e);
            case CaseEvent.HandlerReassigned e -> HandlingFold.on(d, e);
            case CaseEvent.HandlerRevoked e -> HandlingFold.on(d, e);
            case CaseEvent.AssignmentReturned e -> HandlingFold.on(d, e);
            case CaseEvent.ResponsibilityDisputeOpened e -> HandlingFold.on(d, e);
            case CaseEvent.CaseReturnedToIntake e -> IntakeFold.on(d, e);
            case CaseEvent.ResponsibilityDecided e -> HandlingFold.on(d, e);
            case CaseEvent.ProgressRecorded e -> HandlingFold.on(d, e);
            case CaseEvent.HandlingCompleted e -> HandlingFold.on(d, e);
            case CaseEvent.FeedbackSubmitted e -> HandlingFold.on(d, e);
            case CaseEvent.ReworkOrdered e -> HandlingFold.on(d, e);
            case CaseEvent.CheckRequested e -> HandlingFold.on(d, e);
            case CaseEvent.CheckSubmitted e -> HandlingFold.on(d, e);
            case CaseEvent.CaseClosed e -> HandlingFold.on(d, e);
            case CaseEvent.ForceClosureRequested e -> d.overlays.forceClosureRequestedBy = d.doer();
            case CaseEvent.ForceClosureRejected e -> d.overlays.forceClosureRequestedBy = null;
            case CaseEvent.CaseForceClosed e -> HandlingFold.on(d, e);
            case CaseEvent.ExtensionRequested e -> OverlayFold.on(d, e);
            case CaseEvent.ExtensionApproved e -> OverlayFold.on(d, e);
            case CaseEvent.ExtensionRejected e -> d.overlays.extension = null;
            case CaseEvent.SuspensionRequested e -> OverlayFold.on(d, e);
            case CaseEvent.SuspensionApproved e -> OverlayFold.on(d, e);
            case CaseEvent.SuspensionRejected e -> d.overlays.suspensionWish = null;
            case CaseEvent.SuspensionEnded e -> OverlayFold.on(d, e);
            case CaseEvent.ClockPaused e -> d.clocks.paused(e);
            case CaseEvent.ClockResumed e -> d.clocks.runs(e.clock());
            case CaseEvent.SupervisionIssued e -> OverlayFold.on(d, e);
            case CaseEvent.SupervisionAnswered e -> OverlayFold.on(d, e);
            case CaseEvent.SupervisionLifted e -> d.overlays.supervision = null;
            case CaseEvent.CaseWhistleOpened e -> d.overlays.whistles.add(e.whistle());
            case CaseEvent.CaseWhistleClosed e -> d.overlays.whistles.remove(e.whistle());
            case CaseEvent.CaseDeliberationOpened e -> d.overlays.deliberations.add(e.deliberation());
            case CaseEvent.CaseDeliberationClosed e -> d.overlays.deliberations.remove(e.deliberation());
            case CaseEvent.VoidRequested e -> d.overlays.voidRequestedBy = d.doer();
            case CaseEvent.VoidRejected e -> d.overlays.voidRequestedBy = null;
            case CaseEvent.CaseVoided e -> OverlayFold.on(d, e);
            case CaseEvent.CallbackRecorded e -> OverlayFold.on(d, e);
            case CaseEvent.CaseReopened e -> HandlingFold.on(d, e);
            case CaseEvent.OverdueAppealFiled e -> OverlayFold.on(d, e);
            case CaseEvent.OverdueAppealReviewed e -> OverlayFold.on(d, e);
            case CaseEvent.OverdueExempted e -> OverlayFold.on(d, e);
            case CaseEvent.OverdueAppealRejected e -> OverlayFold.on(d, e);
            case CaseEvent.CaseArchived e -> OverlayFold.on(d, e);
            case CaseEvent.CaseDataCorrected e -> IntakeFold.corrected(d, e.correction());
            case CaseEvent.VisibilityRestricted e -> d.overlays.restricted = e.ground();
            case CaseEvent.RestrictionLifted e -> d.overlays.restricted = null;
        }
    }
}
