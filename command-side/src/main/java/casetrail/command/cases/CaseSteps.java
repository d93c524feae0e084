package casetrail.command.cases;

import casetrail.events.cases.CaseEvent;
import java.util.List;

/** What happens when a command is carried out; whether it may be is decided before. */
final class CaseSteps {

    private CaseSteps() {}

    /** Every kind of command has its line here: a new one does not compile without. */
    static List<CaseEvent> events(CaseCommand command, Inquiry q) {
        return switch (command) {
            case CaseCommand.RegisterReport c -> List.of(IntakeSteps.registered(c, c.evidence(), q));
            case CaseCommand.RecordOnSiteResolution c -> IntakeSteps.resolveOnSite(c, q);
            case CaseCommand.RequestVerification c -> List.of(IntakeSteps.requestVerification(c, q));
            case CaseCommand.SubmitVerification c -> List.of(IntakeSteps.submitVerification(c, q));
            case CaseCommand.ProposeFiling c ->
                List.of(new CaseEvent.FilingProposed(c.caseId(), c.classification(), c.standard()));
            case CaseCommand.FileCase c -> List.of(IntakeSteps.file(c, q));
            case CaseCommand.RejectReport c -> List.of(IntakeSteps.reject(c, q));
            case CaseCommand.MergeInto c -> List.of(new CaseEvent.CaseMerged(c.caseId(), c.parent()));
            case CaseCommand.LinkChild c -> List.of(new CaseEvent.ChildLinked(c.caseId(), c.child()));
            case CaseCommand.SplitFromParent c -> List.of(IntakeSteps.split(q));
            case CaseCommand.UnlinkChild c -> List.of(new CaseEvent.ChildUnlinked(c.caseId(), c.child()));
            case CaseCommand.DispatchCase c -> List.of(DispatchSteps.dispatch(c, q));
            case CaseCommand.AcceptAssignment c -> List.of(DispatchSteps.accept(q));
            case CaseCommand.AssignHandler c -> List.of(new CaseEvent.HandlerAssigned(c.caseId(), c.handler()));
            case CaseCommand.ReassignHandler c -> List.of(DispatchSteps.reassign(c, q));
            case CaseCommand.RevokeHandler c -> List.of(DispatchSteps.revoke(q));
            case CaseCommand.ReturnAssignment c -> DispatchSteps.giveBack(q);
            case CaseCommand.ReturnToIntake c -> List.of(DispatchSteps.returnToIntake(q));
            case CaseCommand.DecideResponsibility c ->
                List.of(new CaseEvent.ResponsibilityDecided(c.caseId(), c.unit(), c.evidence(), c.byConference()));
            case CaseCommand.RecordProgress c ->
                List.of(new CaseEvent.ProgressRecorded(c.caseId(), c.note(), c.evidence()));
            case CaseCommand.ReportCompletion c -> HandlingSteps.reportCompletion(c, q);
            case CaseCommand.ConfirmCompletion c -> List.of(HandlingSteps.feedback(q));
            case CaseCommand.ReturnForRework c -> List.of(HandlingSteps.rework(q));
            case CaseCommand.RequestCheck c -> List.of(HandlingSteps.requestCheck(c, q));
            case CaseCommand.SubmitCheck c -> List.of(HandlingSteps.submitCheck(c, q));
            case CaseCommand.CloseCase c -> List.of(HandlingSteps.close(c, q));
            case CaseCommand.RequestForceClosure c -> List.of(new CaseEvent.ForceClosureRequested(c.caseId()));
            case CaseCommand.ForceClose c -> List.of(HandlingSteps.forceClose(q));
            case CaseCommand.RejectForceClosure c -> List.of(new CaseEvent.ForceClosureRejected(c.caseId()));
            case CaseCommand.RequestExtension c -> List.of(new CaseEvent.ExtensionRequested(c.caseId(), c.wanted()));
            case CaseCommand.ApproveExtension c -> List.of(WaitingSteps.extend(q));
            case CaseCommand.RejectExtension c -> List.of(new CaseEvent.ExtensionRejected(c.caseId()));
            case CaseCommand.RequestSuspension c ->
                List.of(new CaseEvent.SuspensionRequested(c.caseId(), c.category(), c.until()));
            case CaseCommand.ApproveSuspension c -> WaitingSteps.suspend(q);
            case CaseCommand.RejectSuspension c -> List.of(new CaseEvent.SuspensionRejected(c.caseId()));
            case CaseCommand.ResumeCase c -> WaitingSteps.resume(q);
            case CaseCommand.Supervise c -> List.of(OverlaySteps.supervise(c, q));
            case CaseCommand.AnswerSupervision c ->
                List.of(new CaseEvent.SupervisionAnswered(c.caseId(), level(q), c.answer()));
            case CaseCommand.LiftSupervision c -> List.of(new CaseEvent.SupervisionLifted(c.caseId(), level(q)));
            case CaseCommand.LinkWhistle c -> List.of(new CaseEvent.CaseWhistleOpened(c.caseId(), c.whistle()));
            case CaseCommand.UnlinkWhistle c ->
                List.of(new CaseEvent.CaseWhistleClosed(c.caseId(), c.whistle(), c.outcome()));
            case CaseCommand.LinkDeliberation c ->
                List.of(new CaseEvent.CaseDeliberationOpened(c.caseId(), c.deliberation()));
            case CaseCommand.UnlinkDeliberation c ->
                List.of(new CaseEvent.CaseDeliberationClosed(c.caseId(), c.deliberation(), c.outcome()));
            case CaseCommand.RequestVoid c -> List.of(new CaseEvent.VoidRequested(c.caseId()));
            case CaseCommand.VoidCase c -> List.of(new CaseEvent.CaseVoided(c.caseId()));
            case CaseCommand.RejectVoid c -> List.of(new CaseEvent.VoidRejected(c.caseId()));
            case CaseCommand.RecordCallback c ->
                List.of(new CaseEvent.CallbackRecorded(
                        c.caseId(), c.reached(), c.responded(), c.resolved(), c.satisfaction()));
            case CaseCommand.ReopenCase c -> List.of(HandlingSteps.reopen(q));
            case CaseCommand.FileOverdueAppeal c -> List.of(new CaseEvent.OverdueAppealFiled(c.caseId(), c.evidence()));
            case CaseCommand.ReviewAppeal c -> OverlaySteps.review(c, q);
            case CaseCommand.ArchiveCase c -> List.of(OverlaySteps.archive(c, q));
            case CaseCommand.CorrectData c -> List.of(IntakeSteps.correct(c, q));
            case CaseCommand.RestrictVisibility c ->
                List.of(new CaseEvent.VisibilityRestricted(c.caseId(), c.ground()));
            case CaseCommand.LiftRestriction c -> List.of(new CaseEvent.RestrictionLifted(c.caseId()));
        };
    }

    private static int level(Inquiry q) {
        return q.state().overlays().supervisionLevel();
    }
}
