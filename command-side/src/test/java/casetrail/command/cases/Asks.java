package casetrail.command.cases;

import casetrail.events.GridCode;
import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
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
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import casetrail.events.cases.WhistleOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One well-formed command of every kind, about the case of all tests. */
public final class Asks {

    public static final CaseId CASE = CaseId.forRequest("tests", "case");
    public static final CaseId PARENT = CaseId.forRequest("tests", "parent");
    public static final CaseId CHILD = CaseId.forRequest("tests", "child");
    public static final StreamId WHISTLE = new StreamId("whistle-1");
    public static final StreamId DELIBERATION = new StreamId("deliberation-1");
    public static final Classification RUBBISH = new Classification("01", "0101");
    public static final Classification BURST_PIPE = new Classification("02", "0203");
    public static final FilingStandard STANDARD = new FilingStandard("demo", "1", "0101-1");
    public static final Sealed TEXT = new Sealed(CASE.value(), Purpose.FREE_TEXT, "text", "YWJj");

    private Asks() {}

    public static Evidence shown(EvidenceStage stage) {
        return new Evidence(new Sha256("ab".repeat(32)), stage);
    }

    public static CaseCommand.RegisterReport report(CaseId id, Source source) {
        return new CaseCommand.RegisterReport(
                id,
                CaseNumber.of(2026, 123),
                source,
                ProblemKind.EVENT,
                RUBBISH,
                "rubbish by the bridge",
                TEXT,
                null,
                new Location(null, null, null, null, "1 Bridge Street", null),
                GridPlacement.in(new GridCode("350102001001001"), 1),
                null,
                null,
                List.of(shown(EvidenceStage.BEFORE), shown(EvidenceStage.AFTER)));
    }

    /** A command of the kind that nothing but the state of the case could speak against. */
    public static CaseCommand of(CaseCommandName name, Instant now) {
        return switch (name) {
            case REGISTER_REPORT -> report(CASE, Source.COLLECTOR);
            case RECORD_ON_SITE_RESOLUTION ->
                new CaseCommand.RecordOnSiteResolution(CASE, report(CASE, Source.COLLECTOR), TEXT);
            case REQUEST_VERIFICATION -> new CaseCommand.RequestVerification(CASE, Cast.COLLECTOR.person());
            case SUBMIT_VERIFICATION ->
                new CaseCommand.SubmitVerification(
                        CASE, Verdict.EXISTS, List.of(shown(EvidenceStage.VERIFICATION)), TEXT);
            case PROPOSE_FILING -> new CaseCommand.ProposeFiling(CASE, RUBBISH, STANDARD);
            case FILE_CASE -> new CaseCommand.FileCase(CASE, RUBBISH, STANDARD, false);
            case REJECT_REPORT -> new CaseCommand.RejectReport(CASE, RejectionGround.NOT_IN_SCOPE);
            case MERGE_INTO -> new CaseCommand.MergeInto(CASE, PARENT);
            case LINK_CHILD -> new CaseCommand.LinkChild(CASE, CHILD);
            case SPLIT_FROM_PARENT -> new CaseCommand.SplitFromParent(CASE);
            case UNLINK_CHILD -> new CaseCommand.UnlinkChild(CASE, CHILD);
            case DISPATCH_CASE -> dispatch(Cast.WATER);
            case ACCEPT_ASSIGNMENT -> new CaseCommand.AcceptAssignment(CASE);
            case ASSIGN_HANDLER -> new CaseCommand.AssignHandler(CASE, Cast.HANDLER.person());
            case REASSIGN_HANDLER -> new CaseCommand.ReassignHandler(CASE, Cast.OTHER_HANDLER.person());
            case REVOKE_HANDLER -> new CaseCommand.RevokeHandler(CASE);
            case RETURN_ASSIGNMENT -> new CaseCommand.ReturnAssignment(CASE);
            case RETURN_TO_INTAKE -> new CaseCommand.ReturnToIntake(CASE);
            case DECIDE_RESPONSIBILITY ->
                new CaseCommand.DecideResponsibility(CASE, Cast.WATER, List.of(shown(EvidenceStage.OTHER)), false);
            case RECORD_PROGRESS -> new CaseCommand.RecordProgress(CASE, TEXT, List.of());
            case REPORT_COMPLETION -> new CaseCommand.ReportCompletion(CASE, TEXT, List.of(shown(EvidenceStage.AFTER)));
            case CONFIRM_COMPLETION -> new CaseCommand.ConfirmCompletion(CASE);
            case RETURN_FOR_REWORK -> new CaseCommand.ReturnForRework(CASE);
            case REQUEST_CHECK -> new CaseCommand.RequestCheck(CASE, Cast.COLLECTOR.person());
            case SUBMIT_CHECK -> check(CheckResult.PASS);
            case CLOSE_CASE -> new CaseCommand.CloseCase(CASE, "clean", true);
            case REQUEST_FORCE_CLOSURE -> new CaseCommand.RequestForceClosure(CASE);
            case FORCE_CLOSE -> new CaseCommand.ForceClose(CASE);
            case REJECT_FORCE_CLOSURE -> new CaseCommand.RejectForceClosure(CASE);
            case REQUEST_EXTENSION -> new CaseCommand.RequestExtension(CASE, null);
            case APPROVE_EXTENSION -> new CaseCommand.ApproveExtension(CASE);
            case REJECT_EXTENSION -> new CaseCommand.RejectExtension(CASE);
            case REQUEST_SUSPENSION ->
                new CaseCommand.RequestSuspension(CASE, SuspensionCategory.SEASON, now.plus(Duration.ofDays(30)));
            case APPROVE_SUSPENSION -> new CaseCommand.ApproveSuspension(CASE);
            case REJECT_SUSPENSION -> new CaseCommand.RejectSuspension(CASE);
            case RESUME_CASE -> new CaseCommand.ResumeCase(CASE);
            case SUPERVISE -> new CaseCommand.Supervise(CASE, 1, null);
            case ANSWER_SUPERVISION -> new CaseCommand.AnswerSupervision(CASE, TEXT);
            case LIFT_SUPERVISION -> new CaseCommand.LiftSupervision(CASE);
            case LINK_WHISTLE -> new CaseCommand.LinkWhistle(CASE, WHISTLE);
            case UNLINK_WHISTLE -> new CaseCommand.UnlinkWhistle(CASE, WHISTLE, WhistleOutcome.SOLVED);
            case LINK_DELIBERATION -> new CaseCommand.LinkDeliberation(CASE, DELIBERATION);
            case UNLINK_DELIBERATION ->
                new CaseCommand.UnlinkDeliberation(CASE, DELIBERATION, DeliberationOutcome.AGREED);
            case REQUEST_VOID -> new CaseCommand.RequestVoid(CASE);
            case VOID_CASE -> new CaseCommand.VoidCase(CASE);
            case REJECT_VOID -> new CaseCommand.RejectVoid(CASE);
            case RECORD_CALLBACK -> new CaseCommand.RecordCallback(CASE, true, true, true, Satisfaction.SATISFIED);
            case REOPEN_CASE -> new CaseCommand.ReopenCase(CASE);
            case FILE_OVERDUE_APPEAL -> new CaseCommand.FileOverdueAppeal(CASE, List.of(shown(EvidenceStage.OTHER)));
            case REVIEW_APPEAL -> new CaseCommand.ReviewAppeal(CASE, AppealResult.UPHELD);
            case ARCHIVE_CASE -> new CaseCommand.ArchiveCase(CASE, null);
            case CORRECT_DATA ->
                new CaseCommand.CorrectData(CASE, new CaseCommand.Change.ToPublicText("rubbish under the bridge"));
            case RESTRICT_VISIBILITY -> new CaseCommand.RestrictVisibility(CASE, RestrictionGround.DISPUTE);
            case LIFT_RESTRICTION -> new CaseCommand.LiftRestriction(CASE);
        };
    }

    public static CaseCommand.DispatchCase dispatch(UnitCode unit) {
        return new CaseCommand.DispatchCase(CASE, unit, false, null);
    }

    public static CaseCommand.SubmitCheck check(CheckResult result) {
        return new CaseCommand.SubmitCheck(CASE, result, List.of(shown(EvidenceStage.CHECK)), TEXT);
    }
}
