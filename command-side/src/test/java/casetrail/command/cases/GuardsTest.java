package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every condition with an order that it alone speaks against; that it lets others pass is seen in every accepted order. */
class GuardsTest {

    /** An order that a condition stands against. */
    private record Attempt(Story story, Actor actor, CaseCommand command) {}

    @ParameterizedTest
    @EnumSource
    void a_condition_that_does_not_hold_refuses(Guard guard) {
        var failing = failing(guard);
        if (failing.isEmpty()) {
            return;
        }
        var attempt = failing.get();
        var refusal = attempt.story().refused(attempt.actor(), attempt.command(), guard);
        assertThat(refusal.code())
                .isEqualTo(CaseRules.codeOf(guard, attempt.command().name()));
        assertThat(refusal.facts())
                .containsEntry("command", attempt.command().name().name());
    }

    @Test
    void every_condition_stands_in_some_row_and_so_has_let_an_order_pass() {
        assertThat(CaseTransitions.ALL.stream().flatMap(row -> row.guards().stream()))
                .contains(Guard.values());
    }

    @SuppressWarnings("MethodLength") // a line for every condition
    private static Optional<Attempt> failing(Guard guard) {
        return switch (guard) {
            case PROBLEM_DESCRIBED -> on(new Story(), Cast.REPORTER, Variants.undescribed());
            // Neither a place nor a filing standard can be left out of what is asked.
            case PLACE_GIVEN, FILING_STANDARD_SELECTED -> Optional.empty();
            case SIMPLE_PROCEDURE_ALLOWED ->
                on(
                        new Story(Policies.simpleProcedureFor(Asks.BURST_PIPE)),
                        Cast.REPORTER,
                        CaseCommandName.RECORD_ON_SITE_RESOLUTION);
            case BEFORE_AND_AFTER_EVIDENCE -> on(new Story(), Cast.REPORTER, Variants.resolvedWithoutEvidence());
            case COLLECTOR_IS_GRID_MEMBER ->
                on(
                        Stories.reported(),
                        Cast.ACCEPTOR,
                        new CaseCommand.RequestVerification(Asks.CASE, Cast.HANDLER.person()));
            case VERIFIER_NOT_REPORTER ->
                on(
                        Stories.reported(),
                        Cast.ACCEPTOR,
                        new CaseCommand.RequestVerification(Asks.CASE, Cast.REPORTER.person()));
            case VERIFIER_ASSIGNED ->
                on(Stories.in(CaseStatus.VERIFYING), Cast.OTHER_COLLECTOR, CaseCommandName.SUBMIT_VERIFICATION);
            case EVIDENCE_WHEN_EXISTS ->
                on(
                        Stories.in(CaseStatus.VERIFYING),
                        Cast.COLLECTOR,
                        new CaseCommand.SubmitVerification(Asks.CASE, Verdict.EXISTS, List.of(), null));
            case FILING_BY_SHIFT_LEADER ->
                on(Stories.reported().by(Policies.filingInTwoSteps()), Cast.ACCEPTOR, CaseCommandName.FILE_CASE);
            case VERIFIED_OR_WAIVED -> on(Variants.publicReport(), Cast.ACCEPTOR, CaseCommandName.FILE_CASE);
            case PARENT_IS_ANOTHER_CASE ->
                on(Stories.reported(), Cast.ACCEPTOR, new CaseCommand.MergeInto(Asks.CASE, Asks.CASE));
            case PARENT_NOT_MERGED ->
                on(Stories.reported().parentIs(CaseStatus.MERGED), Cast.ACCEPTOR, CaseCommandName.MERGE_INTO);
            case NO_CHILDREN ->
                on(
                        Stories.did(Stories.reported(), Cast.SYSTEM, CaseCommandName.LINK_CHILD),
                        Cast.ACCEPTOR,
                        CaseCommandName.MERGE_INTO);
            case PARENT_NOT_ARCHIVED ->
                on(
                        Stories.in(CaseStatus.MERGED).parentIs(CaseStatus.ARCHIVED),
                        Cast.SHIFT_LEADER,
                        CaseCommandName.SPLIT_FROM_PARENT);
            case CHILD_NOT_LINKED ->
                on(
                        Stories.did(Stories.reported(), Cast.SYSTEM, CaseCommandName.LINK_CHILD),
                        Cast.SYSTEM,
                        CaseCommandName.LINK_CHILD);
            case CHILD_LINKED -> on(Stories.reported(), Cast.SYSTEM, CaseCommandName.UNLINK_CHILD);
            case UNIT_ALLOWED ->
                on(
                        Stories.in(CaseStatus.FILED).by(Policies.rubbishOnlyFor(Cast.ROADS)),
                        Cast.DISPATCHER,
                        Asks.dispatch(Cast.WATER));
            case RESPONSIBILITY_DECIDED -> on(Variants.returnedTwice(), Cast.DISPATCHER, CaseCommandName.DISPATCH_CASE);
            case UNIT_AS_DECIDED ->
                on(
                        Stories.did(Variants.returnedTwice(), Cast.SHIFT_LEADER, CaseCommandName.DECIDE_RESPONSIBILITY),
                        Cast.DISPATCHER,
                        Asks.dispatch(Cast.ROADS));
            case DISPUTE_OR_RETURN ->
                on(Stories.in(CaseStatus.FILED), Cast.SHIFT_LEADER, CaseCommandName.DECIDE_RESPONSIBILITY);
            case HANDLER_IN_SAME_UNIT ->
                on(
                        Stories.in(CaseStatus.IN_PROGRESS),
                        Cast.LEAD,
                        new CaseCommand.AssignHandler(Asks.CASE, Cast.ROADS_HANDLER.person()));
            case NO_HANDLER_ASSIGNED -> on(Variants.assigned(), Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
            case HANDLER_ASSIGNED -> on(Stories.in(CaseStatus.IN_PROGRESS), Cast.LEAD, CaseCommandName.REVOKE_HANDLER);
            case WITHIN_RETURN_WINDOW ->
                on(
                        Stories.in(CaseStatus.DISPATCHED).after(Duration.ofHours(24)),
                        Cast.LEAD,
                        CaseCommandName.RETURN_ASSIGNMENT);
            case RESPONSIBILITY_NOT_FINAL -> on(Variants.decided(), Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
            case ACTS_AS_ASSIGNED_HANDLER ->
                on(Variants.assigned(), Cast.OTHER_HANDLER, CaseCommandName.RECORD_PROGRESS);
            case COMPLETED_ONCE -> on(Variants.completed(), Cast.HANDLER, CaseCommandName.REPORT_COMPLETION);
            case COMPLETION_STEPS -> on(Variants.assigned(), Cast.LEAD, CaseCommandName.REPORT_COMPLETION);
            case RESULT_GIVEN ->
                on(Variants.assigned(), Cast.HANDLER, new CaseCommand.ReportCompletion(Asks.CASE, null, List.of()));
            case AFTER_EVIDENCE_IF_REQUIRED ->
                on(
                        Variants.assigned().by(Policies.afterEvidenceFor(Asks.RUBBISH)),
                        Cast.HANDLER,
                        new CaseCommand.ReportCompletion(Asks.CASE, Asks.TEXT, List.of()));
            case HANDLING_COMPLETED -> on(Variants.assigned(), Cast.LEAD, CaseCommandName.CONFIRM_COMPLETION);
            case CONFIRMER_NOT_HANDLER ->
                on(
                        Variants.completed(),
                        Cast.as(Cast.HANDLER, Role.DEPT_LEAD, Cast.WATER),
                        CaseCommandName.CONFIRM_COMPLETION);
            case CHECK_NOT_PASSED -> on(Variants.checked(), Cast.ACCEPTOR, CaseCommandName.RETURN_FOR_REWORK);
            case CHECKER_NOT_HANDLER ->
                on(
                        Variants.feedbackBy(Cast.BOTH),
                        Cast.ACCEPTOR,
                        new CaseCommand.RequestCheck(Asks.CASE, Cast.BOTH.person()));
            case CHECKER_OTHER_UNIT ->
                on(
                        Stories.in(CaseStatus.CHECKING),
                        Cast.as(Cast.COLLECTOR, Role.GRID_MEMBER, Cast.WATER),
                        CaseCommandName.SUBMIT_CHECK);
            case CHECKER_ASSIGNED ->
                on(Stories.in(CaseStatus.CHECKING), Cast.OTHER_COLLECTOR, CaseCommandName.SUBMIT_CHECK);
            case CHECK_EVIDENCE ->
                on(
                        Stories.in(CaseStatus.CHECKING),
                        Cast.COLLECTOR,
                        new CaseCommand.SubmitCheck(
                                Asks.CASE, CheckResult.FAIL, List.of(Asks.shown(EvidenceStage.AFTER)), null));
            case CHECK_PASSED_OR_WAIVED ->
                on(Stories.in(CaseStatus.FEEDBACK), Cast.ACCEPTOR, new CaseCommand.CloseCase(Asks.CASE, null, false));
            case CLOSER_NOT_HANDLER ->
                on(Variants.checked(), Cast.as(Cast.LEAD, Role.SHIFT_LEADER, null), CaseCommandName.CLOSE_CASE);
            case CLOSER_OTHER_UNIT ->
                on(Variants.checked(), Cast.as(Cast.ACCEPTOR, Role.ACCEPTOR, Cast.WATER), CaseCommandName.CLOSE_CASE);
            case FORCE_CLOSURE_PENDING ->
                on(Stories.in(CaseStatus.FEEDBACK), Cast.SHIFT_LEADER, CaseCommandName.FORCE_CLOSE);
            case FORCE_CLOSURE_NOT_PENDING ->
                on(
                        Stories.ready(CaseStatus.FEEDBACK, CaseCommandName.FORCE_CLOSE),
                        Cast.OTHER_SHIFT_LEADER,
                        CaseCommandName.REQUEST_FORCE_CLOSURE);
            case APPROVER_NOT_REQUESTER ->
                on(
                        Stories.ready(CaseStatus.FEEDBACK, CaseCommandName.FORCE_CLOSE),
                        Cast.SHIFT_LEADER,
                        CaseCommandName.FORCE_CLOSE);
            case NOT_OVERDUE ->
                on(
                        Stories.in(CaseStatus.IN_PROGRESS).after(Duration.ofDays(4)),
                        Cast.LEAD,
                        CaseCommandName.REQUEST_EXTENSION);
            case EXTENSION_NOT_PENDING ->
                on(
                        Stories.ready(CaseStatus.IN_PROGRESS, CaseCommandName.APPROVE_EXTENSION),
                        Cast.OTHER_LEAD,
                        CaseCommandName.REQUEST_EXTENSION);
            case EXTENSION_PENDING ->
                on(Stories.in(CaseStatus.IN_PROGRESS), Cast.DISPATCHER, CaseCommandName.APPROVE_EXTENSION);
            case EXTENSIONS_LEFT ->
                on(
                        Variants.extended(Variants.extended(Stories.in(CaseStatus.IN_PROGRESS))),
                        Cast.LEAD,
                        CaseCommandName.REQUEST_EXTENSION);
            case APPROVER_RANK ->
                on(
                        Stories.did(
                                Variants.extended(Stories.in(CaseStatus.IN_PROGRESS)),
                                Cast.LEAD,
                                CaseCommandName.REQUEST_EXTENSION),
                        Cast.DISPATCHER,
                        CaseCommandName.APPROVE_EXTENSION);
            case SUSPENSION_NOT_PENDING ->
                on(
                        Stories.ready(CaseStatus.IN_PROGRESS, CaseCommandName.APPROVE_SUSPENSION),
                        Cast.OTHER_LEAD,
                        CaseCommandName.REQUEST_SUSPENSION);
            case SUSPENSION_PENDING ->
                on(Stories.in(CaseStatus.IN_PROGRESS), Cast.SHIFT_LEADER, CaseCommandName.APPROVE_SUSPENSION);
            case SUSPENSIONS_LEFT ->
                on(
                        Stories.did(Stories.in(CaseStatus.SUSPENDED), Cast.LEAD, CaseCommandName.RESUME_CASE),
                        Cast.LEAD,
                        CaseCommandName.REQUEST_SUSPENSION);
            case UNTIL_WITHIN_BOUNDS ->
                on(
                        Stories.in(CaseStatus.IN_PROGRESS),
                        Cast.LEAD,
                        new CaseCommand.RequestSuspension(
                                Asks.CASE, SuspensionCategory.SEASON, Story.START.plus(Duration.ofDays(370))));
            case RESUME_DUE -> on(Stories.in(CaseStatus.SUSPENDED), Cast.SYSTEM, CaseCommandName.RESUME_CASE);
            case SUPERVISOR_OTHER_UNIT ->
                on(
                        Stories.in(CaseStatus.DISPATCHED),
                        Cast.as(Cast.SUPERVISOR, Role.SUPERVISOR, Cast.WATER),
                        CaseCommandName.SUPERVISE);
            case SUPERVISION_LEVEL_RISES -> on(Variants.supervised(), Cast.SHIFT_LEADER, CaseCommandName.SUPERVISE);
            case SUPERVISION_OPEN ->
                on(Stories.in(CaseStatus.DISPATCHED), Cast.LEAD, CaseCommandName.ANSWER_SUPERVISION);
            case SUPERVISION_UNANSWERED ->
                on(
                        Stories.did(Variants.supervised(), Cast.LEAD, CaseCommandName.ANSWER_SUPERVISION),
                        Cast.LEAD,
                        CaseCommandName.ANSWER_SUPERVISION);
            case WHISTLE_NOT_OPEN -> on(Variants.whistled(), Cast.STREET_LEAD, CaseCommandName.LINK_WHISTLE);
            case WHISTLE_OPEN -> on(Stories.reported(), Cast.STREET_LEAD, CaseCommandName.UNLINK_WHISTLE);
            case DELIBERATION_ALLOWED ->
                on(
                        Stories.reported().by(Policies.deliberationFor(Asks.BURST_PIPE)),
                        Cast.STREET_LEAD,
                        CaseCommandName.LINK_DELIBERATION);
            case DELIBERATION_NOT_OPEN ->
                on(Variants.deliberated(), Cast.STREET_LEAD, CaseCommandName.LINK_DELIBERATION);
            case DELIBERATION_OPEN -> on(Stories.reported(), Cast.STREET_LEAD, CaseCommandName.UNLINK_DELIBERATION);
            case VOID_NOT_PENDING ->
                on(
                        Stories.ready(CaseStatus.DISPATCHED, CaseCommandName.VOID_CASE),
                        Cast.OTHER_SHIFT_LEADER,
                        CaseCommandName.REQUEST_VOID);
            case VOID_TWO_PERSONS ->
                on(Stories.in(CaseStatus.DISPATCHED), Cast.SHIFT_LEADER, CaseCommandName.VOID_CASE);
            case VOID_PENDING -> on(Stories.in(CaseStatus.DISPATCHED), Cast.SHIFT_LEADER, CaseCommandName.REJECT_VOID);
            case NEVER_IN_FEEDBACK -> on(Variants.filedAfterFeedback(), Cast.SHIFT_LEADER, CaseCommandName.VOID_CASE);
            case CALLBACK_CONSISTENT ->
                on(
                        Stories.in(CaseStatus.CLOSED),
                        Cast.ACCEPTOR,
                        new CaseCommand.RecordCallback(Asks.CASE, false, true, true, Satisfaction.SATISFIED));
            case WITHIN_REOPENING_WINDOW ->
                on(
                        Stories.in(CaseStatus.CLOSED).after(Duration.ofDays(31)),
                        Cast.SHIFT_LEADER,
                        CaseCommandName.REOPEN_CASE);
            case REOPEN_BY_SYSTEM -> on(Stories.in(CaseStatus.CLOSED), Cast.SYSTEM, CaseCommandName.REOPEN_CASE);
            case WAS_OVERDUE -> on(Stories.in(CaseStatus.CLOSED), Cast.LEAD, CaseCommandName.FILE_OVERDUE_APPEAL);
            case APPEAL_ONCE ->
                on(
                        Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL),
                        Cast.OTHER_LEAD,
                        CaseCommandName.FILE_OVERDUE_APPEAL);
            case APPEAL_PENDING -> on(Stories.closedLate(), Cast.EVALUATOR, CaseCommandName.REVIEW_APPEAL);
            case REVIEWER_NOT_FILER ->
                on(
                        Stories.did(
                                Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL),
                                Cast.EVALUATOR,
                                CaseCommandName.REVIEW_APPEAL),
                        Cast.EVALUATOR,
                        CaseCommandName.REVIEW_APPEAL);
            case NO_OPEN_OVERLAY ->
                on(
                        Stories.go(Variants.whistled(), CaseStatus.REJECTED),
                        Cast.RECORDS_OFFICER,
                        CaseCommandName.ARCHIVE_CASE);
            case ARCHIVE_DUE -> on(Stories.in(CaseStatus.CLOSED), Cast.SYSTEM, CaseCommandName.ARCHIVE_CASE);
            case CHANGES_SOMETHING ->
                on(Variants.assigned(), Cast.LEAD, new CaseCommand.ReassignHandler(Asks.CASE, Cast.HANDLER.person()));
            case NOT_RESTRICTED ->
                on(
                        Stories.ready(CaseStatus.FILED, CaseCommandName.LIFT_RESTRICTION),
                        Cast.SHIFT_LEADER,
                        CaseCommandName.RESTRICT_VISIBILITY);
            case RESTRICTED -> on(Stories.reported(), Cast.SHIFT_LEADER, CaseCommandName.LIFT_RESTRICTION);
        };
    }

    private static Optional<Attempt> on(Story story, Actor actor, CaseCommand command) {
        return Optional.of(new Attempt(story, actor, command));
    }

    private static Optional<Attempt> on(Story story, Actor actor, CaseCommandName name) {
        return on(story, actor, Asks.of(name, story.now()));
    }
}
