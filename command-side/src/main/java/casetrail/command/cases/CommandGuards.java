package casetrail.command.cases;

import casetrail.command.cases.CaseCommand.CloseCase;
import casetrail.command.cases.CaseCommand.DispatchCase;
import casetrail.command.cases.CaseCommand.FileCase;
import casetrail.command.cases.CaseCommand.LinkChild;
import casetrail.command.cases.CaseCommand.LinkDeliberation;
import casetrail.command.cases.CaseCommand.LinkWhistle;
import casetrail.command.cases.CaseCommand.MergeInto;
import casetrail.command.cases.CaseCommand.RecordCallback;
import casetrail.command.cases.CaseCommand.ReportCompletion;
import casetrail.command.cases.CaseCommand.RequestCheck;
import casetrail.command.cases.CaseCommand.RequestSuspension;
import casetrail.command.cases.CaseCommand.RequestVerification;
import casetrail.command.cases.CaseCommand.SubmitCheck;
import casetrail.command.cases.CaseCommand.SubmitVerification;
import casetrail.command.cases.CaseCommand.Supervise;
import casetrail.command.cases.CaseCommand.UnlinkChild;
import casetrail.command.cases.CaseCommand.UnlinkDeliberation;
import casetrail.command.cases.CaseCommand.UnlinkWhistle;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions that depend on what exactly is asked, and on what was looked up for it. */
final class CommandGuards {

    static final int SUPERVISION_LEVEL_MAX = 3;

    private CommandGuards() {}

    /** The casts say which commands' rows a condition stands in; another one there is a defect. */
    static boolean holds(Guard guard, CaseOrder order, Inquiry q) {
        var command = order.command();
        var facts = order.circumstances().facts();
        var state = q.state();
        var overlays = state.overlays();
        return switch (guard) {
            case PROBLEM_DESCRIBED -> described(report(command));
            // A location without a point, an address or an address id cannot be made.
            case PLACE_GIVEN -> true;
            case SIMPLE_PROCEDURE_ALLOWED -> isSimple(report(command), q.policy());
            case BEFORE_AND_AFTER_EVIDENCE -> {
                var evidence = report(command).evidence();
                yield shows(evidence, EvidenceStage.BEFORE) && shows(evidence, EvidenceStage.AFTER);
            }
            case COLLECTOR_IS_GRID_MEMBER -> facts.candidateHoldsRole();
            case VERIFIER_NOT_REPORTER -> !q.intake().reporters().contains(((RequestVerification) command).collector());
            case EVIDENCE_WHEN_EXISTS -> isShown((SubmitVerification) command);
            // A row is part of the command's form; whether it fits the class is the catalogue's, once there is one.
            case FILING_STANDARD_SELECTED -> true;
            case VERIFIED_OR_WAIVED -> verifiedOrWaived((FileCase) command, order, q.intake());
            case PARENT_IS_ANOTHER_CASE -> isAnotherCase((MergeInto) command, facts.parentStatus());
            case PARENT_NOT_MERGED -> facts.parentStatus() != CaseStatus.MERGED;
            case PARENT_NOT_ARCHIVED -> facts.parentStatus() != CaseStatus.ARCHIVED;
            case CHILD_NOT_LINKED -> !overlays.children().contains(((LinkChild) command).child());
            case CHILD_LINKED -> overlays.children().contains(((UnlinkChild) command).child());
            case UNIT_ALLOWED -> isAllowed((DispatchCase) command, order, q);
            case UNIT_AS_DECIDED -> {
                var decided = state.handling().decidedUnit();
                yield decided == null || decided.equals(((DispatchCase) command).unit());
            }
            case HANDLER_IN_SAME_UNIT ->
                facts.candidateHoldsRole() && facts.candidateUnits().stream().anyMatch(state::isHeldBy);
            case RESULT_GIVEN -> ((ReportCompletion) command).result() != null;
            case AFTER_EVIDENCE_IF_REQUIRED ->
                !q.policy().afterEvidence().include(q.intake().classification())
                        || shows(((ReportCompletion) command).evidence(), EvidenceStage.AFTER);
            case CHECKER_NOT_HANDLER -> !state.handling().handledBy().contains(((RequestCheck) command).collector());
            case CHECK_EVIDENCE -> {
                var check = (SubmitCheck) command;
                yield check.result() == CheckResult.UNABLE || shows(check.evidence(), EvidenceStage.CHECK);
            }
            case CHECK_PASSED_OR_WAIVED ->
                ((CloseCase) command).waiveCheck() && order.circumstances().reason() != null;
            case UNTIL_WITHIN_BOUNDS -> {
                var until = ((RequestSuspension) command).until();
                yield until.isAfter(q.at())
                        && !until.isAfter(q.at().plus(q.policy().suspensionMax()));
            }
            case SUPERVISION_LEVEL_RISES -> {
                int level = ((Supervise) command).level();
                yield level > overlays.supervisionLevel() && level <= SUPERVISION_LEVEL_MAX;
            }
            case WHISTLE_NOT_OPEN -> !overlays.whistles().contains(((LinkWhistle) command).whistle());
            case WHISTLE_OPEN -> overlays.whistles().contains(((UnlinkWhistle) command).whistle());
            case DELIBERATION_NOT_OPEN ->
                !overlays.deliberations().contains(((LinkDeliberation) command).deliberation());
            case DELIBERATION_OPEN -> overlays.deliberations().contains(((UnlinkDeliberation) command).deliberation());
            case CALLBACK_CONSISTENT -> consistent((RecordCallback) command);
            case CHANGES_SOMETHING -> changesSomething(command, q);
            default -> throw new IllegalStateException(guard + " is judged without the command");
        };
    }

    private static CaseCommand.RegisterReport report(CaseCommand command) {
        return switch (command) {
            case CaseCommand.RegisterReport c -> c;
            case CaseCommand.RecordOnSiteResolution c -> c.report();
            default -> throw new IllegalStateException(command.name() + " brings no report");
        };
    }

    private static boolean described(CaseCommand.RegisterReport report) {
        return report.classification() != null || report.text() != null || report.publicText() != null;
    }

    private static boolean shows(List<Evidence> evidence, EvidenceStage stage) {
        return evidence.stream().anyMatch(e -> e.stage() == stage);
    }

    private static boolean isSimple(CaseCommand.RegisterReport report, CasePolicy policy) {
        return report.classification() != null && policy.simpleProcedure().include(report.classification());
    }

    private static boolean isShown(SubmitVerification c) {
        return c.verdict() != Verdict.EXISTS || !c.evidence().isEmpty();
    }

    private static boolean verifiedOrWaived(FileCase c, CaseOrder order, Intake intake) {
        return intake.source() != Source.PUBLIC
                || intake.verdict() == Verdict.EXISTS
                || (c.waiveVerification() && order.circumstances().reason() != null);
    }

    private static boolean isAnotherCase(MergeInto c, @Nullable CaseStatus parentStatus) {
        return !c.parent().equals(c.caseId())
                && parentStatus != null
                && parentStatus != CaseStatus.ARCHIVED
                && parentStatus != CaseStatus.VOIDED;
    }

    private static boolean isAllowed(DispatchCase c, CaseOrder order, Inquiry q) {
        return c.override()
                ? order.circumstances().reason() != null
                : q.policy().powers().allow(q.intake().classification(), c.unit());
    }

    private static boolean consistent(RecordCallback c) {
        return c.reached()
                ? c.responded() != null && c.resolved() != null
                : c.responded() == null && c.resolved() == null && c.satisfaction() == Satisfaction.NO_ANSWER;
    }

    private static boolean changesSomething(CaseCommand command, Inquiry q) {
        var intake = q.intake();
        return switch (command) {
            case CaseCommand.ReassignHandler c ->
                !c.handler().equals(q.state().handling().handler());
            case CaseCommand.CorrectData c ->
                switch (c.change()) {
                    case CaseCommand.Change.ToClassification to ->
                        !to.classification().equals(intake.classification());
                    case CaseCommand.Change.ToLocation to -> !to.location().equals(intake.location());
                    case CaseCommand.Change.ToGrid to -> !to.grid().equals(intake.grid());
                    case CaseCommand.Change.ToPublicText to -> !to.publicText().equals(intake.publicText());
                    case CaseCommand.Change.ToAsset to -> !to.assetId().equals(intake.assetId());
                    case CaseCommand.Change.ToSource to -> to.source() != intake.source();
                };
            default -> throw new IllegalStateException(command.name() + " tells nothing anew");
        };
    }
}
