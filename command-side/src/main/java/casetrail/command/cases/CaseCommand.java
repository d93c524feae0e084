package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.Sealed;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Classification;
import casetrail.events.cases.DeliberationOutcome;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Limit;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import casetrail.events.cases.WhistleOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of a case; the life-cycle's rows say when and by whom. */
public sealed interface CaseCommand {

    CaseId caseId();

    /** Its name in the life-cycle. */
    default CaseCommandName name() {
        return switch (this) {
            case RegisterReport c -> CaseCommandName.REGISTER_REPORT;
            case RecordOnSiteResolution c -> CaseCommandName.RECORD_ON_SITE_RESOLUTION;
            case RequestVerification c -> CaseCommandName.REQUEST_VERIFICATION;
            case SubmitVerification c -> CaseCommandName.SUBMIT_VERIFICATION;
            case ProposeFiling c -> CaseCommandName.PROPOSE_FILING;
            case FileCase c -> CaseCommandName.FILE_CASE;
            case RejectReport c -> CaseCommandName.REJECT_REPORT;
            case MergeInto c -> CaseCommandName.MERGE_INTO;
            case LinkChild c -> CaseCommandName.LINK_CHILD;
            case SplitFromParent c -> CaseCommandName.SPLIT_FROM_PARENT;
            case UnlinkChild c -> CaseCommandName.UNLINK_CHILD;
            case DispatchCase c -> CaseCommandName.DISPATCH_CASE;
            case AcceptAssignment c -> CaseCommandName.ACCEPT_ASSIGNMENT;
            case AssignHandler c -> CaseCommandName.ASSIGN_HANDLER;
            case ReassignHandler c -> CaseCommandName.REASSIGN_HANDLER;
            case RevokeHandler c -> CaseCommandName.REVOKE_HANDLER;
            case ReturnAssignment c -> CaseCommandName.RETURN_ASSIGNMENT;
            case ReturnToIntake c -> CaseCommandName.RETURN_TO_INTAKE;
            case DecideResponsibility c -> CaseCommandName.DECIDE_RESPONSIBILITY;
            case RecordProgress c -> CaseCommandName.RECORD_PROGRESS;
            case ReportCompletion c -> CaseCommandName.REPORT_COMPLETION;
            case ConfirmCompletion c -> CaseCommandName.CONFIRM_COMPLETION;
            case ReturnForRework c -> CaseCommandName.RETURN_FOR_REWORK;
            case RequestCheck c -> CaseCommandName.REQUEST_CHECK;
            case SubmitCheck c -> CaseCommandName.SUBMIT_CHECK;
            case CloseCase c -> CaseCommandName.CLOSE_CASE;
            case RequestForceClosure c -> CaseCommandName.REQUEST_FORCE_CLOSURE;
            case ForceClose c -> CaseCommandName.FORCE_CLOSE;
            case RejectForceClosure c -> CaseCommandName.REJECT_FORCE_CLOSURE;
            case RequestExtension c -> CaseCommandName.REQUEST_EXTENSION;
            case ApproveExtension c -> CaseCommandName.APPROVE_EXTENSION;
            case RejectExtension c -> CaseCommandName.REJECT_EXTENSION;
            case RequestSuspension c -> CaseCommandName.REQUEST_SUSPENSION;
            case ApproveSuspension c -> CaseCommandName.APPROVE_SUSPENSION;
            case RejectSuspension c -> CaseCommandName.REJECT_SUSPENSION;
            case ResumeCase c -> CaseCommandName.RESUME_CASE;
            case Supervise c -> CaseCommandName.SUPERVISE;
            case AnswerSupervision c -> CaseCommandName.ANSWER_SUPERVISION;
            case LiftSupervision c -> CaseCommandName.LIFT_SUPERVISION;
            case LinkWhistle c -> CaseCommandName.LINK_WHISTLE;
            case UnlinkWhistle c -> CaseCommandName.UNLINK_WHISTLE;
            case LinkDeliberation c -> CaseCommandName.LINK_DELIBERATION;
            case UnlinkDeliberation c -> CaseCommandName.UNLINK_DELIBERATION;
            case RequestVoid c -> CaseCommandName.REQUEST_VOID;
            case VoidCase c -> CaseCommandName.VOID_CASE;
            case RejectVoid c -> CaseCommandName.REJECT_VOID;
            case RecordCallback c -> CaseCommandName.RECORD_CALLBACK;
            case ReopenCase c -> CaseCommandName.REOPEN_CASE;
            case FileOverdueAppeal c -> CaseCommandName.FILE_OVERDUE_APPEAL;
            case ReviewAppeal c -> CaseCommandName.REVIEW_APPEAL;
            case ArchiveCase c -> CaseCommandName.ARCHIVE_CASE;
            case CorrectData c -> CaseCommandName.CORRECT_DATA;
            case RestrictVisibility c -> CaseCommandName.RESTRICT_VISIBILITY;
            case LiftRestriction c -> CaseCommandName.LIFT_RESTRICTION;
        };
    }

    record RegisterReport(
            CaseId caseId,
            CaseNumber number,
            Source source,
            ProblemKind kind,
            @Nullable Classification classification,
            @Nullable String publicText,
            @Nullable Sealed text,
            @Nullable Sealed contact,
            Location location,
            GridPlacement grid,
            @Nullable String assetId,
            @Nullable ExternalReference external,
            List<Evidence> evidence)
            implements CaseCommand {
        public RegisterReport {
            evidence = List.copyOf(evidence);
        }
    }

    record RecordOnSiteResolution(
            CaseId caseId, RegisterReport report, @Nullable Sealed result) implements CaseCommand {}

    record RequestVerification(CaseId caseId, PersonId collector) implements CaseCommand {}

    record SubmitVerification(
            CaseId caseId,
            Verdict verdict,
            List<Evidence> evidence,
            @Nullable Sealed note) implements CaseCommand {
        public SubmitVerification {
            evidence = List.copyOf(evidence);
        }
    }

    record ProposeFiling(CaseId caseId, Classification classification, FilingStandard standard)
            implements CaseCommand {}

    record FileCase(CaseId caseId, Classification classification, FilingStandard standard, boolean waiveVerification)
            implements CaseCommand {}

    record RejectReport(CaseId caseId, RejectionGround ground) implements CaseCommand {}

    record MergeInto(CaseId caseId, CaseId parent) implements CaseCommand {}

    record LinkChild(CaseId caseId, CaseId child) implements CaseCommand {}

    record SplitFromParent(CaseId caseId) implements CaseCommand {}

    record UnlinkChild(CaseId caseId, CaseId child) implements CaseCommand {}

    record DispatchCase(
            CaseId caseId,
            UnitCode unit,
            boolean override,
            @Nullable Limit limit) implements CaseCommand {}

    record AcceptAssignment(CaseId caseId) implements CaseCommand {}

    record AssignHandler(CaseId caseId, PersonId handler) implements CaseCommand {}

    record ReassignHandler(CaseId caseId, PersonId handler) implements CaseCommand {}

    record RevokeHandler(CaseId caseId) implements CaseCommand {}

    record ReturnAssignment(CaseId caseId) implements CaseCommand {}

    record ReturnToIntake(CaseId caseId) implements CaseCommand {}

    record DecideResponsibility(CaseId caseId, UnitCode unit, List<Evidence> evidence, boolean byConference)
            implements CaseCommand {
        public DecideResponsibility {
            evidence = List.copyOf(evidence);
        }
    }

    record RecordProgress(CaseId caseId, Sealed note, List<Evidence> evidence) implements CaseCommand {
        public RecordProgress {
            evidence = List.copyOf(evidence);
        }
    }

    record ReportCompletion(CaseId caseId, @Nullable Sealed result, List<Evidence> evidence) implements CaseCommand {
        public ReportCompletion {
            evidence = List.copyOf(evidence);
        }
    }

    record ConfirmCompletion(CaseId caseId) implements CaseCommand {}

    record ReturnForRework(CaseId caseId) implements CaseCommand {}

    record RequestCheck(CaseId caseId, PersonId collector) implements CaseCommand {}

    record SubmitCheck(
            CaseId caseId,
            CheckResult result,
            List<Evidence> evidence,
            @Nullable Sealed note) implements CaseCommand {
        public SubmitCheck {
            evidence = List.copyOf(evidence);
        }
    }

    record CloseCase(CaseId caseId, @Nullable String closureCondition, boolean waiveCheck) implements CaseCommand {}

    record RequestForceClosure(CaseId caseId) implements CaseCommand {}

    record ForceClose(CaseId caseId) implements CaseCommand {}

    record RejectForceClosure(CaseId caseId) implements CaseCommand {}

    record RequestExtension(CaseId caseId, @Nullable Limit wanted) implements CaseCommand {}

    record ApproveExtension(CaseId caseId) implements CaseCommand {}

    record RejectExtension(CaseId caseId) implements CaseCommand {}

    record RequestSuspension(CaseId caseId, SuspensionCategory category, Instant until) implements CaseCommand {}

    record ApproveSuspension(CaseId caseId) implements CaseCommand {}

    record RejectSuspension(CaseId caseId) implements CaseCommand {}

    record ResumeCase(CaseId caseId) implements CaseCommand {}

    record Supervise(CaseId caseId, int level, @Nullable Instant due) implements CaseCommand {}

    record AnswerSupervision(CaseId caseId, Sealed answer) implements CaseCommand {}

    record LiftSupervision(CaseId caseId) implements CaseCommand {}

    record LinkWhistle(CaseId caseId, StreamId whistle) implements CaseCommand {}

    record UnlinkWhistle(CaseId caseId, StreamId whistle, WhistleOutcome outcome) implements CaseCommand {}

    record LinkDeliberation(CaseId caseId, StreamId deliberation) implements CaseCommand {}

    record UnlinkDeliberation(CaseId caseId, StreamId deliberation, DeliberationOutcome outcome)
            implements CaseCommand {}

    record RequestVoid(CaseId caseId) implements CaseCommand {}

    record VoidCase(CaseId caseId) implements CaseCommand {}

    record RejectVoid(CaseId caseId) implements CaseCommand {}

    record RecordCallback(
            CaseId caseId,
            boolean reached,
            @Nullable Boolean responded,
            @Nullable Boolean resolved,
            Satisfaction satisfaction)
            implements CaseCommand {}

    record ReopenCase(CaseId caseId) implements CaseCommand {}

    record FileOverdueAppeal(CaseId caseId, List<Evidence> evidence) implements CaseCommand {
        public FileOverdueAppeal {
            evidence = List.copyOf(evidence);
        }
    }

    record ReviewAppeal(CaseId caseId, AppealResult result) implements CaseCommand {}

    record ArchiveCase(CaseId caseId, @Nullable String recordClass) implements CaseCommand {}

    record CorrectData(CaseId caseId, Change change) implements CaseCommand {}

    record RestrictVisibility(CaseId caseId, RestrictionGround ground) implements CaseCommand {}

    record LiftRestriction(CaseId caseId) implements CaseCommand {}

    /** What is to be told anew, without what was on record before. */
    sealed interface Change {

        record ToClassification(Classification classification) implements Change {}

        record ToLocation(Location location) implements Change {}

        record ToGrid(GridPlacement grid) implements Change {}

        record ToPublicText(String publicText) implements Change {}

        record ToAsset(String assetId) implements Change {}

        record ToSource(Source source) implements Change {}
    }
}
