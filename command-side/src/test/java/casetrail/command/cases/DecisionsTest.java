package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Correction;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Location;
import casetrail.events.cases.Source;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the commands write down, where the table alone does not say it. */
class DecisionsTest {

    private static final Limit TEN_HOURS = new Limit(10, LimitUnit.URGENT_HOUR);

    @Test
    void a_dispatch_runs_by_the_limit_asked_for_and_later_rounds_by_the_same() {
        var story = Stories.in(CaseStatus.FILED)
                .did(Cast.DISPATCHER, new CaseCommand.DispatchCase(Asks.CASE, Cast.WATER, false, TEN_HOURS));
        var first = handle(story);
        assertThat(first.limit()).isEqualTo(TEN_HOURS);
        Stories.did(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT);
        Stories.feedback(story);
        var ordered = story.now();
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.RETURN_FOR_REWORK);
        var second = handle(story);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.deadline()).isEqualTo(ordered.plus(Duration.ofHours(10)));
    }

    @Test
    void an_override_goes_against_the_list_of_powers_with_a_reason_and_says_so() {
        var story = Stories.in(CaseStatus.FILED).by(Policies.rubbishOnlyFor(Cast.ROADS));
        var override = new CaseCommand.DispatchCase(Asks.CASE, Cast.WATER, true, null);
        var order = story.order(Cast.DISPATCHER, override);
        var c = order.circumstances();
        assertThat(story.ask(Story.claimed(order, c.channel(), null, c.occurredAt())))
                .isInstanceOf(Decision.Refused.class);
        story.did(order);
        var event = (CaseEvent.CaseDispatched) story.events().getLast().event();
        assertThat(event.override()).isTrue();
        assertThat(event.powersVersion()).isEqualTo("powers@1");
    }

    @Test
    void an_extension_adds_once_more_the_limit_or_what_was_wanted() {
        var story = Stories.in(CaseStatus.IN_PROGRESS);
        var before = handle(story);
        Variants.extended(story);
        assertThat(handle(story).deadline()).isEqualTo(before.deadline().plus(Duration.ofDays(3)));
        story.did(Cast.LEAD, new CaseCommand.RequestExtension(Asks.CASE, TEN_HOURS));
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.APPROVE_EXTENSION);
        assertThat(handle(story).deadline()).isEqualTo(before.deadline().plus(Duration.ofHours(82)));
        assertThat(handle(story).startedAt()).isEqualTo(before.startedAt());
    }

    @Test
    void a_rejected_extension_does_not_use_up_the_quota() {
        var story = Stories.in(CaseStatus.IN_PROGRESS);
        for (int i = 0; i < 5; i++) {
            Stories.did(story, Cast.LEAD, CaseCommandName.REQUEST_EXTENSION);
            Stories.did(story, Cast.DISPATCHER, CaseCommandName.REJECT_EXTENSION);
        }
        assertThat(story.state().pending().extensions()).isZero();
    }

    @Test
    void a_suspension_stops_the_clock_and_resuming_gives_back_exactly_what_was_left() {
        var story = Stories.in(CaseStatus.SUSPENDED);
        var paused = (CaseEvent.ClockPaused) story.events().getLast().event();
        story.after(Duration.ofDays(20));
        var resumedAt = story.now();
        Stories.did(story, Cast.LEAD, CaseCommandName.RESUME_CASE);
        assertThat(story.state().status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(handle(story).deadline()).isEqualTo(resumedAt.plusSeconds(paused.remainingSeconds()));
        assertThat(handle(story).round()).isEqualTo(paused.round());
    }

    @Test
    void a_case_suspended_before_it_was_signed_for_is_to_be_signed_for_again() {
        var story = Stories.suspended(Stories.in(CaseStatus.DISPATCHED));
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.RESUME_CASE);
        assertThat(story.state().status()).isEqualTo(CaseStatus.DISPATCHED);
    }

    @Test
    void the_system_resumes_when_the_suspension_has_run_out() {
        var story = Stories.in(CaseStatus.SUSPENDED);
        story.refused(Cast.SYSTEM, new CaseCommand.ResumeCase(Asks.CASE), Guard.RESUME_DUE);
        story.after(Duration.ofDays(30));
        Stories.did(story, Cast.SYSTEM, CaseCommandName.RESUME_CASE);
    }

    @Test
    void a_request_for_more_time_outlives_a_suspension_and_lapses_with_the_feedback() {
        var story = Stories.in(CaseStatus.IN_PROGRESS);
        Stories.did(story, Cast.LEAD, CaseCommandName.REQUEST_EXTENSION);
        Stories.suspended(story);
        assertThat(story.state().pending().extension()).isNotNull();
        Stories.did(story, Cast.LEAD, CaseCommandName.RESUME_CASE);
        Stories.feedback(story);
        assertThat(story.state().pending().extension()).isNull();
    }

    @Test
    void requests_lapse_when_nobody_can_answer_them_any_more() {
        var story = Stories.in(CaseStatus.DISPATCHED);
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.REQUEST_VOID);
        Stories.did(story, Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT);
        assertThat(story.state().pending().voidBy()).isEmpty();
        Stories.did(story, Cast.LEAD, CaseCommandName.REQUEST_SUSPENSION);
        Stories.feedback(story);
        assertThat(story.state().pending().suspension()).isNull();
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.REQUEST_FORCE_CLOSURE);
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.RETURN_FOR_REWORK);
        assertThat(story.state().pending().forceClosureBy()).isEmpty();
    }

    @Test
    void the_second_return_opens_a_dispute_and_a_decision_settles_it() {
        var story = Variants.returnedTwice();
        assertThat(story.events().getLast().event()).isEqualTo(new CaseEvent.ResponsibilityDisputeOpened(Asks.CASE, 2));
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.DECIDE_RESPONSIBILITY);
        Stories.did(story, Cast.DISPATCHER, CaseCommandName.DISPATCH_CASE);
        story.refused(Cast.LEAD, new CaseCommand.ReturnAssignment(Asks.CASE), Guard.RESPONSIBILITY_NOT_FINAL);
    }

    @Test
    void a_unit_that_holds_what_was_decided_to_be_anothers_can_always_give_it_back() {
        var story = Stories.returned();
        Stories.go(story, CaseStatus.DISPATCHED);
        story.did(Cast.SHIFT_LEADER, new CaseCommand.DecideResponsibility(Asks.CASE, Cast.ROADS, List.of(), false));
        story.after(Duration.ofDays(3));
        Stories.did(story, Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
        assertThat(story.events().getLast().event())
                .as("nothing is left to dispute")
                .isInstanceOf(CaseEvent.AssignmentReturned.class);
        story.refused(
                Cast.DISPATCHER,
                new CaseCommand.DispatchCase(Asks.CASE, Cast.WATER, false, null),
                Guard.UNIT_AS_DECIDED);
        story.did(Cast.DISPATCHER, new CaseCommand.DispatchCase(Asks.CASE, Cast.ROADS, false, null));
        story.refused(Cast.ROADS_LEAD, new CaseCommand.ReturnAssignment(Asks.CASE), Guard.RESPONSIBILITY_NOT_FINAL);
    }

    @Test
    void what_a_citizen_reports_is_public_whatever_it_is_called() {
        var story = new Story().did(Cast.CITIZEN, Asks.report(Asks.CASE, Source.COLLECTOR));
        story.refused(
                Cast.ACCEPTOR,
                new CaseCommand.FileCase(Asks.CASE, Asks.RUBBISH, Asks.STANDARD, false),
                Guard.VERIFIED_OR_WAIVED);
    }

    @Test
    void where_one_step_is_enough_the_coordinator_completes_alone() {
        var story = Variants.assigned().by(Policies.completionInOneStep());
        story.did(Cast.LEAD, Asks.of(CaseCommandName.REPORT_COMPLETION, story.now()));
        assertThat(story.state().status()).isEqualTo(CaseStatus.FEEDBACK);
        assertThat(story.events().getLast().event()).isInstanceOf(CaseEvent.FeedbackSubmitted.class);
    }

    @Test
    void a_field_workers_report_waits_for_the_coordinator() {
        assertThat(Variants.completed().state().status()).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void a_public_report_is_filed_when_it_was_verified_or_when_that_was_waived() {
        var story = Variants.publicReport();
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.REQUEST_VERIFICATION);
        Stories.did(story, Cast.COLLECTOR, CaseCommandName.SUBMIT_VERIFICATION);
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.FILE_CASE);
        assertThat(((CaseEvent.CaseFiled) story.events().getLast().event()).verificationWaived())
                .isFalse();
        var waived = Variants.publicReport()
                .did(Cast.ACCEPTOR, new CaseCommand.FileCase(Asks.CASE, Asks.RUBBISH, Asks.STANDARD, true));
        assertThat(((CaseEvent.CaseFiled) waived.events().getLast().event()).verificationWaived())
                .isTrue();
    }

    @Test
    void a_collectors_report_needs_no_verification() {
        var filed = Stories.in(CaseStatus.FILED).events().getLast().event();
        assertThat(((CaseEvent.CaseFiled) filed).verificationWaived()).isFalse();
    }

    @Test
    void the_level_of_supervision_rises_until_it_is_lifted() {
        var story = Variants.supervised();
        story.did(Cast.SHIFT_LEADER, new CaseCommand.Supervise(Asks.CASE, 3, null));
        assertThat(((CaseEvent.SupervisionIssued) story.events().getLast().event()).due())
                .isEqualTo(story.now().minus(Duration.ofMinutes(1)).plus(Duration.ofHours(24)));
        for (int level = 0; level <= 4; level++) {
            story.refused(
                    Cast.SHIFT_LEADER,
                    new CaseCommand.Supervise(Asks.CASE, level, null),
                    Guard.SUPERVISION_LEVEL_RISES);
        }
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.LIFT_SUPERVISION);
        assertThat(story.events().getLast().event()).isEqualTo(new CaseEvent.SupervisionLifted(Asks.CASE, 3));
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.SUPERVISE);
    }

    @Test
    void a_correction_tells_what_was_on_record_before() {
        var story = Stories.reported();
        var r = Asks.report(Asks.CASE, Source.COLLECTOR);
        var elsewhere = new Location(null, null, null, null, "2 Bridge Street", null);
        for (var change : List.of(
                new CaseCommand.Change.ToClassification(Asks.BURST_PIPE),
                new CaseCommand.Change.ToLocation(elsewhere),
                new CaseCommand.Change.ToGrid(GridPlacement.UNLOCATED),
                new CaseCommand.Change.ToPublicText("gone"),
                new CaseCommand.Change.ToAsset("bin-7"),
                new CaseCommand.Change.ToSource(Source.PUBLIC))) {
            var correct = new CaseCommand.CorrectData(Asks.CASE, change);
            story.did(Cast.ACCEPTOR, correct);
            story.refused(Cast.ACCEPTOR, correct, Guard.CHANGES_SOMETHING);
        }
        assertThat(story.events().stream().skip(1).map(e -> ((CaseEvent.CaseDataCorrected) e.event()).correction()))
                .containsExactly(
                        new Correction.OfClassification(Asks.RUBBISH, Asks.BURST_PIPE),
                        new Correction.OfLocation(r.location(), elsewhere),
                        new Correction.OfGrid(r.grid(), GridPlacement.UNLOCATED),
                        new Correction.OfPublicText("rubbish by the bridge", "gone"),
                        new Correction.OfAsset(null, "bin-7"),
                        new Correction.OfSource(Source.COLLECTOR, Source.PUBLIC));
    }

    @Test
    void a_handler_acts_for_somebody_else_too() {
        var story = Variants.assigned();
        var forAnother = Cast.onBehalfOf(Cast.HANDLER, Cast.OTHER_HANDLER);
        story.did(forAnother, Asks.of(CaseCommandName.RECORD_PROGRESS, story.now()));
        assertThat(story.state().handling().handledBy())
                .contains(Cast.HANDLER.person(), Cast.OTHER_HANDLER.person(), Cast.LEAD.person());
    }

    private static StageClock handle(Story story) {
        return Objects.requireNonNull(story.state().clock(Stage.HANDLE));
    }
}
