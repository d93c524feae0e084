package casetrail.command.cases.http;

import casetrail.command.cases.CaseCommand;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import java.util.function.Function;

/** The one table of commands and what is sent for them; a new command is a compile error here. */
final class RequestForms {

    private RequestForms() {}

    static RequestForm of(CaseCommandName command) {
        return switch (command) {
            case REGISTER_REPORT -> form(command, IntakeRequests.RegisterReport.class);
            case RECORD_ON_SITE_RESOLUTION -> form(command, IntakeRequests.RecordOnSiteResolution.class);
            case REQUEST_VERIFICATION -> form(command, IntakeRequests.RequestVerification.class);
            case SUBMIT_VERIFICATION -> form(command, IntakeRequests.SubmitVerification.class);
            case PROPOSE_FILING -> form(command, IntakeRequests.ProposeFiling.class);
            case FILE_CASE -> form(command, IntakeRequests.FileCase.class);
            case REJECT_REPORT -> form(command, IntakeRequests.RejectReport.class);
            case MERGE_INTO -> form(command, IntakeRequests.MergeInto.class);
            case SPLIT_FROM_PARENT -> bare(command, CaseCommand.SplitFromParent::new);
            case LINK_CHILD, UNLINK_CHILD ->
                throw new IllegalArgumentException("%s is the system's".formatted(command));
            case DISPATCH_CASE -> form(command, HandlingRequests.DispatchCase.class);
            case ACCEPT_ASSIGNMENT -> bare(command, CaseCommand.AcceptAssignment::new);
            case ASSIGN_HANDLER -> form(command, HandlingRequests.AssignHandler.class);
            case REASSIGN_HANDLER -> form(command, HandlingRequests.ReassignHandler.class);
            case REVOKE_HANDLER -> bare(command, CaseCommand.RevokeHandler::new);
            case RETURN_ASSIGNMENT -> bare(command, CaseCommand.ReturnAssignment::new);
            case RETURN_TO_INTAKE -> bare(command, CaseCommand.ReturnToIntake::new);
            case DECIDE_RESPONSIBILITY -> form(command, HandlingRequests.DecideResponsibility.class);
            case RECORD_PROGRESS -> form(command, HandlingRequests.RecordProgress.class);
            case REPORT_COMPLETION -> form(command, HandlingRequests.ReportCompletion.class);
            case CONFIRM_COMPLETION -> bare(command, CaseCommand.ConfirmCompletion::new);
            case RETURN_FOR_REWORK -> bare(command, CaseCommand.ReturnForRework::new);
            case REQUEST_CHECK -> form(command, HandlingRequests.RequestCheck.class);
            case SUBMIT_CHECK -> form(command, HandlingRequests.SubmitCheck.class);
            case CLOSE_CASE -> form(command, HandlingRequests.CloseCase.class);
            case REQUEST_FORCE_CLOSURE -> bare(command, CaseCommand.RequestForceClosure::new);
            case FORCE_CLOSE -> bare(command, CaseCommand.ForceClose::new);
            case REJECT_FORCE_CLOSURE -> bare(command, CaseCommand.RejectForceClosure::new);
            case REQUEST_EXTENSION -> form(command, HandlingRequests.RequestExtension.class);
            case APPROVE_EXTENSION -> bare(command, CaseCommand.ApproveExtension::new);
            case REJECT_EXTENSION -> bare(command, CaseCommand.RejectExtension::new);
            case REQUEST_SUSPENSION -> form(command, HandlingRequests.RequestSuspension.class);
            case APPROVE_SUSPENSION -> bare(command, CaseCommand.ApproveSuspension::new);
            case REJECT_SUSPENSION -> bare(command, CaseCommand.RejectSuspension::new);
            case RESUME_CASE -> bare(command, CaseCommand.ResumeCase::new);
            case SUPERVISE -> form(command, OverlayRequests.Supervise.class);
            case ANSWER_SUPERVISION -> form(command, OverlayRequests.AnswerSupervision.class);
            case LIFT_SUPERVISION -> bare(command, CaseCommand.LiftSupervision::new);
            case LINK_WHISTLE -> form(command, OverlayRequests.LinkWhistle.class);
            case UNLINK_WHISTLE -> form(command, OverlayRequests.UnlinkWhistle.class);
            case LINK_DELIBERATION -> form(command, OverlayRequests.LinkDeliberation.class);
            case UNLINK_DELIBERATION -> form(command, OverlayRequests.UnlinkDeliberation.class);
            case REQUEST_VOID -> bare(command, CaseCommand.RequestVoid::new);
            case VOID_CASE -> bare(command, CaseCommand.VoidCase::new);
            case REJECT_VOID -> bare(command, CaseCommand.RejectVoid::new);
            case RECORD_CALLBACK -> form(command, OverlayRequests.RecordCallback.class);
            case REOPEN_CASE -> bare(command, CaseCommand.ReopenCase::new);
            case FILE_OVERDUE_APPEAL -> form(command, OverlayRequests.FileOverdueAppeal.class);
            case REVIEW_APPEAL -> form(command, OverlayRequests.ReviewAppeal.class);
            case ARCHIVE_CASE -> form(command, OverlayRequests.ArchiveCase.class);
            case CORRECT_DATA -> form(command, OverlayRequests.CorrectData.class);
            case RESTRICT_VISIBILITY -> form(command, OverlayRequests.RestrictVisibility.class);
            case LIFT_RESTRICTION -> bare(command, CaseCommand.LiftRestriction::new);
        };
    }

    private static <R extends Record & CaseRequest> RequestForm form(CaseCommandName command, Class<R> type) {
        return new RequestForm(command, type, null);
    }

    private static RequestForm bare(CaseCommandName command, Function<CaseId, CaseCommand> make) {
        return new RequestForm(command, RequestForm.None.class, make);
    }
}
