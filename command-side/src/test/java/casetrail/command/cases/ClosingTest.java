package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the end of a case writes down, and what comes after it. */
class ClosingTest {
    @Test
    void a_failed_check_is_not_waved_through_and_an_inconclusive_one_may_be() {
        var failed = Stories.in(CaseStatus.CHECKING).did(Cast.COLLECTOR, Asks.check(CheckResult.FAIL));
        failed.refused(Cast.ACCEPTOR, new CaseCommand.CloseCase(Asks.CASE, null, true), Guard.CHECK_PASSED_OR_WAIVED);
        var unable = Stories.in(CaseStatus.CHECKING).did(Cast.COLLECTOR, Asks.check(CheckResult.UNABLE));
        unable.by(Policies.checksAlways())
                .refused(Cast.ACCEPTOR, new CaseCommand.CloseCase(Asks.CASE, null, true), Guard.CHECK_PASSED_OR_WAIVED);
        unable.by(CasePolicy.BUILT_IN).did(Cast.ACCEPTOR, new CaseCommand.CloseCase(Asks.CASE, null, true));
        assertThat(((CaseEvent.CaseClosed) unable.events().getLast().event()).checkWaived())
                .isTrue();
    }

    @Test
    void closing_tells_of_every_stage_whether_it_was_on_time() {
        var closed =
                (CaseEvent.CaseClosed) Stories.closedLate().events().getLast().event();
        assertThat(closed.checkWaived()).isFalse();
        assertThat(closed.stages())
                .filteredOn(o -> o.onTime())
                .extracting(o -> o.stage())
                .containsExactly(Stage.ACCEPT, Stage.DISPATCH, Stage.CLOSE, Stage.CHECK);
        assertThat(closed.stages())
                .filteredOn(o -> !o.onTime())
                .extracting(o -> o.stage())
                .containsExactly(Stage.HANDLE);
    }

    @Test
    void a_forced_closure_is_told_apart() {
        var story = Stories.ready(CaseStatus.FEEDBACK, CaseCommandName.FORCE_CLOSE);
        Stories.did(story, Cast.OTHER_SHIFT_LEADER, CaseCommandName.FORCE_CLOSE);
        assertThat(story.events().getLast().event()).isInstanceOf(CaseEvent.CaseForceClosed.class);
        assertThat(story.state().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void an_unresolved_callback_lets_the_system_reopen_with_a_new_round() {
        var story = Stories.in(CaseStatus.CLOSED)
                .did(
                        Cast.ACCEPTOR,
                        new CaseCommand.RecordCallback(Asks.CASE, true, true, false, Satisfaction.DISSATISFIED));
        Stories.did(story, Cast.SYSTEM, CaseCommandName.REOPEN_CASE);
        var reopened = (CaseEvent.CaseReopened) story.events().getLast().event();
        assertThat(reopened.round()).isEqualTo(2);
        assertThat(reopened.unit()).isEqualTo(Cast.WATER);
        assertThat(story.state().unresolved()).isFalse();
    }

    @Test
    void who_was_not_reached_gave_no_answers() {
        var story = Stories.in(CaseStatus.CLOSED);
        story.did(Cast.ACCEPTOR, new CaseCommand.RecordCallback(Asks.CASE, false, null, null, Satisfaction.NO_ANSWER));
        story.refused(
                Cast.ACCEPTOR,
                new CaseCommand.RecordCallback(Asks.CASE, false, null, null, Satisfaction.SATISFIED),
                Guard.CALLBACK_CONSISTENT);
        story.refused(
                Cast.ACCEPTOR,
                new CaseCommand.RecordCallback(Asks.CASE, true, true, null, Satisfaction.SATISFIED),
                Guard.CALLBACK_CONSISTENT);
    }

    @Test
    void one_review_is_enough_to_reject_an_appeal_and_two_to_grant_it() {
        var rejected = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL)
                .did(Cast.EVALUATOR, new CaseCommand.ReviewAppeal(Asks.CASE, AppealResult.DISMISSED));
        assertThat(rejected.events().getLast().event()).isInstanceOf(CaseEvent.OverdueAppealRejected.class);
        rejected.refused(
                Cast.SUPERVISOR, new CaseCommand.ReviewAppeal(Asks.CASE, AppealResult.UPHELD), Guard.APPEAL_PENDING);
        var granted = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL);
        Stories.did(granted, Cast.EVALUATOR, CaseCommandName.REVIEW_APPEAL);
        assertThat(granted.events().getLast().event())
                .isEqualTo(new CaseEvent.OverdueAppealReviewed(Asks.CASE, 1, AppealResult.UPHELD));
        Stories.did(granted, Cast.SUPERVISOR, CaseCommandName.REVIEW_APPEAL);
        assertThat(granted.events().getLast().event()).isInstanceOf(CaseEvent.OverdueExempted.class);
        assertThat(granted.state().clocks().handledLate()).isTrue();
    }

    @Test
    void the_system_archives_once_nobody_can_reopen() {
        var story = Stories.in(CaseStatus.CLOSED).after(Duration.ofDays(31));
        Stories.did(story, Cast.SYSTEM, CaseCommandName.ARCHIVE_CASE);
        var archived = (CaseEvent.CaseArchived) story.events().getLast().event();
        assertThat(archived.recordClass()).isEqualTo("case-file");
        assertThat(archived.retainUntil()).isAfter(story.now().plus(Duration.ofDays(3_600)));
        var named = Stories.in(CaseStatus.CLOSED)
                .did(Cast.RECORDS_OFFICER, new CaseCommand.ArchiveCase(Asks.CASE, "permanent"));
        assertThat(((CaseEvent.CaseArchived) named.events().getLast().event()).recordClass())
                .isEqualTo("permanent");
    }
}
