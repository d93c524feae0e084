package casetrail.command.cases;

import casetrail.events.Reason;
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

    static boolean holds(Guard guard, CaseOrder order, Inquiry q) {
        var command = order.command();
        var facts = order.circumstances().facts();
        var state = q.state();
        return switch (guard) {
            case PROBLEM_DESCRIBED -> described(report(command));
            // A location without a point, an address or an address id cannot be made.
            case PLACE_GIVEN -> true;
            case SIMPLE_PROCEDURE_ALLOWED -> {
                var classification = report(command).classification();
                yield classification != null && q.policy().simpleProcedure().include(classification);
            }
            case BEFORE_AND_AFTER_EVIDENCE -> {
                var evidence = report(command).evidence();
                yield shows(evidence, EvidenceStage.BEFORE) && shows(evidence, EvidenceStage.AFTER);
            }
            case COLLECTOR_IS_GRID_MEMBER -> facts.candidateHoldsRole();
            case VERIFIER_NOT_REPORTER ->
                !(command instanceof CaseCommand.RequestVerification c
                        && q.intake().reporters().contains(c.collector()));
            case EVIDENCE_WHEN_EXISTS ->
                !(command instanceof CaseCommand.SubmitVerification c
                        && c.verdict() == Verdict.EXISTS
                        && c.evidence().isEmpty());
            // A row is part of the command's form; whether the row fits the class is the catalogue's, once there is
            // one.
            case FILING_STANDARD_SELECTED -> true;
            case VERIFIED_OR_WAIVED ->
                verifiedOrWaived(command, order.circumstances().reason(), q.intake());
            case PARENT_IS_ANOTHER_CASE ->
                command instanceof CaseCommand.MergeInto c
                        && !c.parent().equals(c.caseId())
                        && facts.parentStatus() != null
                        && facts.parentStatus() != CaseStatus.ARCHIVED
                        && facts.parentStatus() != CaseStatus.VOIDED;
            case PARENT_NOT_MERGED -> facts.parentStatus() != CaseStatus.MERGED;
            case PARENT_NOT_ARCHIVED -> facts.parentStatus() != CaseStatus.ARCHIVED;
            case CHILD_NOT_LINKED ->
                command instanceof CaseCommand.LinkChild c
                        && !state.overlays().children().contains(c.child());
            case CHILD_LINKED ->
                command instanceof CaseCommand.UnlinkChild c
                        && state.overlays().children().contains(c.child());
            case UNIT_ALLOWED ->
                command instanceof CaseCommand.DispatchCase c
                        && (c.override()
                                ? order.circumstances().reason() != null
                                : q.policy().powers().allow(q.intake().classification(), c.unit()));
            case UNIT_AS_DECIDED ->
                command instanceof CaseCommand.DispatchCase c
                        && (state.handling().decidedUnit() == null
                                || c.unit().equals(state.handling().decidedUnit()));
            case HANDLER_IN_SAME_UNIT ->
                facts.candidateHoldsRole() && facts.candidateUnits().stream().anyMatch(state::isHeldBy);
            case RESULT_GIVEN -> command instanceof CaseCommand.ReportCompletion c && c.result() != null;
            case AFTER_EVIDENCE_IF_REQUIRED ->
                command instanceof CaseCommand.ReportCompletion c
                        && (!q.policy().afterEvidence().include(q.intake().classification())
                                || shows(c.evidence(), EvidenceStage.AFTER));
            case CHECKER_NOT_HANDLER ->
                command instanceof CaseCommand.RequestCheck c
                        && !state.handling().handledBy().contains(c.collector());
            case CHECK_EVIDENCE ->
                command instanceof CaseCommand.SubmitCheck c
                        && (c.result() == CheckResult.UNABLE || !c.evidence().isEmpty());
            case CHECK_PASSED_OR_WAIVED ->
                passedOrWaived(command, order.circumstances().reason(), q);
            case UNTIL_WITHIN_BOUNDS ->
                command instanceof CaseCommand.RequestSuspension c
                        && c.until().isAfter(q.at())
                        && !c.until().isAfter(q.at().plus(q.policy().suspensionMax()));
            case SUPERVISION_LEVEL_RISES ->
                command instanceof CaseCommand.Supervise c
                        && c.level() > state.overlays().supervisionLevel()
                        && c.level() <= SUPERVISION_LEVEL_MAX;
            case WHISTLE_NOT_OPEN ->
                command instanceof CaseCommand.LinkWhistle c
                        && !state.overlays().whistles().contains(c.whistle());
            case WHISTLE_OPEN ->
                command instanceof CaseCommand.UnlinkWhistle c
                        && state.overlays().whistles().contains(c.whistle());
            case DELIBERATION_NOT_OPEN ->
                command instanceof CaseCommand.LinkDeliberation c
                        && !state.overlays().deliberations().contains(c.deliberation());
            case DELIBERATION_OPEN ->
                command instanceof CaseCommand.UnlinkDeliberation c
                        && state.overlays().deliberations().contains(c.deliberation());
            case CALLBACK_CONSISTENT -> command instanceof CaseCommand.RecordCallback c && consistent(c);
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

    private static boolean verifiedOrWaived(CaseCommand command, @Nullable Reason reason, Intake intake) {
        return intake.source() != Source.PUBLIC
                || intake.verdict() == Verdict.EXISTS
                || (command instanceof CaseCommand.FileCase c && c.waiveVerification() && reason != null);
    }

    private static boolean passedOrWaived(CaseCommand command, @Nullable Reason reason, Inquiry q) {
        var check = q.state().handling().check();
        return check == CheckResult.PASS
                // What was looked at and found wanting is not waved through.
                || (check != CheckResult.FAIL
                        && command instanceof CaseCommand.CloseCase c
                        && c.waiveCheck()
                        && q.policy().checkWaivable()
                        && reason != null);
    }

    private static boolean consistent(CaseCommand.RecordCallback c) {
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
