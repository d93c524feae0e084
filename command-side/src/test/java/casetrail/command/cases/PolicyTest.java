package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.Guard;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    @Test
    void a_class_that_is_not_listed_and_a_case_without_a_class_are_among_all_only() {
        assertThat(CaseClasses.ALL.include(null)).isTrue();
        assertThat(CaseClasses.of(Asks.RUBBISH).include(Asks.RUBBISH)).isTrue();
        assertThat(CaseClasses.of(Asks.RUBBISH).include(Asks.BURST_PIPE)).isFalse();
        assertThat(CaseClasses.of(Asks.RUBBISH).include(null)).isFalse();
    }

    @Test
    void a_list_of_powers_binds_only_the_classes_it_names() {
        var powers = new Powers("powers@1", Map.of(Asks.RUBBISH, Set.of(Cast.ROADS)));
        assertThat(powers.allow(Asks.RUBBISH, Cast.ROADS)).isTrue();
        assertThat(powers.allow(Asks.RUBBISH, Cast.WATER)).isFalse();
        assertThat(powers.allow(Asks.BURST_PIPE, Cast.WATER)).isTrue();
        assertThat(powers.allow(null, Cast.WATER)).isTrue();
    }

    @Test
    void completion_takes_one_or_two_steps() {
        for (int steps : new int[] {0, 3}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Policies.completionIn(steps));
        }
    }

    @Test
    void a_report_without_a_class_is_not_for_the_simple_procedure() {
        var report = Variants.unclassified();
        new Story()
                .refused(
                        Cast.REPORTER,
                        new CaseCommand.RecordOnSiteResolution(Asks.CASE, report, null),
                        Guard.SIMPLE_PROCEDURE_ALLOWED);
        new Story().did(Cast.REPORTER, report);
    }

    @Test
    void what_is_waived_is_waived_for_a_reason() {
        var feedback = Stories.in(CaseStatus.FEEDBACK);
        unreasoned(feedback, new CaseCommand.CloseCase(Asks.CASE, null, true), Guard.CHECK_PASSED_OR_WAIVED);
        var report = Variants.publicReport();
        unreasoned(
                report,
                new CaseCommand.FileCase(Asks.CASE, Asks.RUBBISH, Asks.STANDARD, true),
                Guard.VERIFIED_OR_WAIVED);
    }

    private static void unreasoned(Story story, CaseCommand command, Guard guard) {
        var order = story.order(Cast.ACCEPTOR, command);
        var c = order.circumstances();
        var refusal = story.refused(Story.claimed(order, c.channel(), null, c.occurredAt()), RefusalCode.GUARD_FAILED);
        assertThat(refusal.guard()).isEqualTo(guard);
    }

    @Test
    void an_archivist_is_told_what_is_still_open() {
        var story = Stories.reported();
        Stories.did(story, Cast.STREET_LEAD, CaseCommandName.LINK_WHISTLE);
        Stories.did(story, Cast.STREET_LEAD, CaseCommandName.LINK_DELIBERATION);
        Stories.did(story, Cast.SUPERVISOR, CaseCommandName.SUPERVISE);
        Stories.go(story, CaseStatus.IN_PROGRESS).after(Duration.ofDays(5));
        Stories.closed(Stories.feedback(story));
        Stories.did(story, Cast.LEAD, CaseCommandName.FILE_OVERDUE_APPEAL);
        var refusal = story.refused(
                Cast.RECORDS_OFFICER, new CaseCommand.ArchiveCase(Asks.CASE, null), Guard.NO_OPEN_OVERLAY);
        assertThat(refusal.facts()).containsEntry("open", "supervision 1, whistle-1, deliberation-1, appeal");
        Stories.did(story, Cast.SUPERVISOR, CaseCommandName.LIFT_SUPERVISION);
        Stories.did(story, Cast.STREET_LEAD, CaseCommandName.UNLINK_WHISTLE);
        assertThat(story.refused(
                                Cast.RECORDS_OFFICER,
                                new CaseCommand.ArchiveCase(Asks.CASE, null),
                                Guard.NO_OPEN_OVERLAY)
                        .facts())
                .containsEntry("open", "deliberation-1, appeal");
    }

    @Test
    void a_decided_appeal_does_not_keep_a_case_out_of_the_archive() {
        var story = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL);
        Stories.did(story, Cast.EVALUATOR, CaseCommandName.REVIEW_APPEAL);
        Stories.did(story, Cast.SUPERVISOR, CaseCommandName.REVIEW_APPEAL);
        Stories.did(story, Cast.RECORDS_OFFICER, CaseCommandName.ARCHIVE_CASE);
    }

    @Test
    void evidence_from_before_alone_is_not_enough_for_the_simple_procedure() {
        for (var stage : new EvidenceStage[] {EvidenceStage.BEFORE, EvidenceStage.AFTER}) {
            var report = Variants.shownBy(List.of(Asks.shown(stage)));
            new Story()
                    .refused(
                            Cast.REPORTER,
                            new CaseCommand.RecordOnSiteResolution(Asks.CASE, report, null),
                            Guard.BEFORE_AND_AFTER_EVIDENCE);
        }
    }

    @Test
    void who_is_no_field_worker_is_not_put_on_a_case() {
        Stories.in(CaseStatus.IN_PROGRESS)
                .refused(
                        Cast.LEAD,
                        new CaseCommand.AssignHandler(Asks.CASE, Cast.ACCEPTOR.person()),
                        Guard.HANDLER_IN_SAME_UNIT);
    }

    @Test
    void a_check_that_could_not_be_made_needs_no_evidence_and_a_problem_that_is_not_there_neither() {
        Stories.in(CaseStatus.CHECKING)
                .did(Cast.COLLECTOR, new CaseCommand.SubmitCheck(Asks.CASE, CheckResult.UNABLE, List.of(), null));
        Stories.in(CaseStatus.VERIFYING)
                .did(
                        Cast.COLLECTOR,
                        new CaseCommand.SubmitVerification(Asks.CASE, Verdict.NOT_EXISTS, List.of(), null));
    }

    @Test
    void completion_is_shown_where_the_policy_wants_it_shown() {
        Variants.assigned()
                .by(Policies.afterEvidenceFor(Asks.RUBBISH))
                .did(Cast.HANDLER, Asks.of(CaseCommandName.REPORT_COMPLETION, Story.START));
        Variants.assigned()
                .by(Policies.afterEvidenceFor(Asks.BURST_PIPE))
                .did(Cast.HANDLER, new CaseCommand.ReportCompletion(Asks.CASE, Asks.TEXT, List.of()));
    }

    @Test
    void a_suspension_ends_in_the_future() {
        Stories.in(CaseStatus.IN_PROGRESS)
                .refused(
                        Cast.LEAD,
                        new CaseCommand.RequestSuspension(Asks.CASE, SuspensionCategory.SEASON, Story.START),
                        Guard.UNTIL_WITHIN_BOUNDS);
    }

    @Test
    void a_void_or_archived_case_is_no_parent() {
        for (var status : new CaseStatus[] {CaseStatus.VOIDED, CaseStatus.ARCHIVED}) {
            Stories.reported()
                    .parentIs(status)
                    .refused(
                            Cast.ACCEPTOR,
                            new CaseCommand.MergeInto(Asks.CASE, Asks.PARENT),
                            Guard.PARENT_IS_ANOTHER_CASE);
        }
    }
}
