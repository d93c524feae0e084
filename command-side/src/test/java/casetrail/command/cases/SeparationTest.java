package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Stage;
import casetrail.events.refusals.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody verifies, checks, closes or approves his own work: no role, not for another unit, not through somebody else. */
class SeparationTest {

    private static final Set<RefusalCode> SHUT_OUT =
            Set.of(RefusalCode.FORBIDDEN_ROLE, RefusalCode.SEPARATION_OF_DUTIES);

    @ParameterizedTest
    @EnumSource
    void whoever_reported_does_not_verify_in_any_role(Role role) {
        for (var who : guises(Cast.REPORTER, role)) {
            var story = Stories.reported();
            // Even if somebody managed to have the reporter asked.
            shutOut(askedToVerify(story, who), who, CaseCommandName.SUBMIT_VERIFICATION);
        }
        Stories.reported()
                .refused(
                        Cast.ACCEPTOR,
                        new CaseCommand.RequestVerification(Asks.CASE, Cast.REPORTER.person()),
                        RefusalCode.SEPARATION_OF_DUTIES);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_had_a_hand_in_the_handling_does_not_check_in_any_role(Role role) {
        for (var worker : List.of(Cast.HANDLER, Cast.LEAD)) {
            for (var who : guises(worker, role)) {
                shutOut(askedToCheck(Stories.in(CaseStatus.FEEDBACK), who), who, CaseCommandName.SUBMIT_CHECK);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_had_a_hand_in_the_handling_does_not_close_in_any_role(Role role) {
        for (var worker : List.of(Cast.HANDLER, Cast.LEAD)) {
            for (var who : guises(worker, role)) {
                shutOut(Variants.checked(), who, CaseCommandName.CLOSE_CASE);
                shutOut(
                        Stories.ready(CaseStatus.FEEDBACK, CaseCommandName.FORCE_CLOSE),
                        who,
                        CaseCommandName.FORCE_CLOSE);
                shutOut(Stories.in(CaseStatus.FEEDBACK), who, CaseCommandName.REQUEST_FORCE_CLOSURE);
            }
        }
    }

    @Test
    void to_act_for_the_one_who_was_asked_is_not_to_be_asked() {
        var claim = Cast.onBehalfOf(Cast.OTHER_COLLECTOR, Cast.COLLECTOR);
        var verifying = Stories.in(CaseStatus.VERIFYING);
        verifying.refused(
                claim, Asks.of(CaseCommandName.SUBMIT_VERIFICATION, verifying.now()), Guard.VERIFIER_ASSIGNED);
        var checking = Stories.in(CaseStatus.CHECKING);
        checking.refused(claim, Asks.of(CaseCommandName.SUBMIT_CHECK, checking.now()), Guard.CHECKER_ASSIGNED);
        var assigned = Variants.assigned();
        assigned.refused(
                Cast.onBehalfOf(Cast.as(Cast.OTHER_HANDLER, Role.HANDLER, Cast.WATER), Cast.HANDLER),
                Asks.of(CaseCommandName.REPORT_COMPLETION, assigned.now()),
                Guard.ACTS_AS_ASSIGNED_HANDLER);
    }

    @Test
    void whoever_is_asked_to_check_must_have_had_no_part_not_even_for_another() {
        // The handler worked on behalf of the collector, so the collector had a part in it.
        var handler = Cast.onBehalfOf(Cast.HANDLER, Cast.COLLECTOR);
        var story = Variants.assigned();
        Stories.did(story, handler, CaseCommandName.REPORT_COMPLETION);
        Stories.did(story, Cast.LEAD, CaseCommandName.CONFIRM_COMPLETION);
        story.refused(
                Cast.ACCEPTOR,
                new CaseCommand.RequestCheck(Asks.CASE, Cast.COLLECTOR.person()),
                Guard.CHECKER_NOT_HANDLER);
    }

    @Test
    void a_hand_in_an_earlier_round_counts_for_ever() {
        var story = Stories.in(CaseStatus.FEEDBACK);
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.RETURN_FOR_REWORK);
        Stories.did(story, Cast.LEAD, CaseCommandName.REASSIGN_HANDLER);
        Stories.did(story, Cast.OTHER_HANDLER, CaseCommandName.REPORT_COMPLETION);
        Stories.did(story, Cast.OTHER_LEAD, CaseCommandName.CONFIRM_COMPLETION);
        shutOut(story, Cast.as(Cast.HANDLER, Role.SHIFT_LEADER, null), CaseCommandName.CLOSE_CASE);
        shutOut(story, Cast.as(Cast.LEAD, Role.SHIFT_LEADER, null), CaseCommandName.CLOSE_CASE);
    }

    @Test
    void reporting_completion_and_confirming_it_takes_two_persons() {
        var story = Variants.completed();
        var same = Cast.as(Cast.HANDLER, Role.DEPT_LEAD, Cast.WATER);
        shutOut(story, same, CaseCommandName.CONFIRM_COMPLETION);
        shutOut(story, Cast.onBehalfOf(Cast.LEAD, Cast.HANDLER), CaseCommandName.CONFIRM_COMPLETION);
    }

    static Stream<CaseCommandName> approvals() {
        return Stream.of(
                CaseCommandName.APPROVE_EXTENSION,
                CaseCommandName.REJECT_EXTENSION,
                CaseCommandName.APPROVE_SUSPENSION,
                CaseCommandName.REJECT_SUSPENSION);
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void who_asked_for_time_does_not_answer_it_in_any_role(CaseCommandName answer) {
        for (var role : Role.values()) {
            for (var who : guises(Cast.LEAD, role)) {
                shutOut(Stories.ready(CaseStatus.IN_PROGRESS, answer), who, answer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FORCE_CLOSE", "REJECT_FORCE_CLOSURE"})
    void who_asked_for_a_forced_closure_does_not_answer_it(CaseCommandName answer) {
        for (var who : guises(Cast.SHIFT_LEADER, Role.SHIFT_LEADER)) {
            shutOut(Stories.ready(CaseStatus.FEEDBACK, answer), who, answer);
        }
    }

    @Test
    void a_dispatched_case_is_voided_by_a_second_person_only() {
        var story = Stories.ready(CaseStatus.DISPATCHED, CaseCommandName.VOID_CASE);
        for (var who : guises(Cast.SHIFT_LEADER, Role.SHIFT_LEADER)) {
            story.refused(who, new CaseCommand.VoidCase(Asks.CASE), RefusalCode.SECOND_PERSON_REQUIRED);
            shutOut(story, who, CaseCommandName.REJECT_VOID);
        }
        Stories.did(story, Cast.OTHER_SHIFT_LEADER, CaseCommandName.VOID_CASE);
    }

    @Test
    void who_proposed_the_filing_does_not_file_where_two_steps_are_wanted() {
        var story = Stories.reported().by(Policies.filingInTwoSteps());
        Stories.did(story, Cast.ACCEPTOR, CaseCommandName.PROPOSE_FILING);
        story.refused(
                Cast.as(Cast.ACCEPTOR, Role.SHIFT_LEADER, Cast.CENTRE),
                Asks.of(CaseCommandName.FILE_CASE, story.now()),
                RefusalCode.SECOND_PERSON_REQUIRED);
        Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.FILE_CASE);
    }

    @Test
    void two_persons_who_did_not_file_it_review_an_appeal() {
        var story = Stories.ready(CaseStatus.CLOSED, CaseCommandName.REVIEW_APPEAL);
        shutOut(story, Cast.as(Cast.LEAD, Role.EVALUATOR, null), CaseCommandName.REVIEW_APPEAL);
        Stories.did(story, Cast.EVALUATOR, CaseCommandName.REVIEW_APPEAL);
        shutOut(story, Cast.onBehalfOf(Cast.SUPERVISOR, Cast.EVALUATOR), CaseCommandName.REVIEW_APPEAL);
        Stories.did(story, Cast.SUPERVISOR, CaseCommandName.REVIEW_APPEAL);
        assertThat(story.events().getLast().event()).isInstanceOf(CaseEvent.OverdueExempted.class);
    }

    @Test
    void who_handles_a_case_does_not_supervise_it() {
        shutOut(
                Stories.in(CaseStatus.IN_PROGRESS),
                Cast.as(Cast.LEAD, Role.SUPERVISOR, null),
                CaseCommandName.SUPERVISE);
    }

    /** The person in a role: for no unit, for the unit at work, for the centre, and hidden behind or before somebody else. */
    private static List<Actor> guises(Actor person, Role role) {
        var plain = Cast.as(person, role, null);
        return List.of(
                plain,
                Cast.as(person, role, Cast.CENTRE),
                Cast.onBehalfOf(plain, Cast.ADMIN),
                Cast.onBehalfOf(Cast.actor("stand-in", role, Cast.CENTRE), person));
    }

    private static void shutOut(Story story, Actor who, CaseCommandName name) {
        var decision = story.ask(who, Asks.of(name, story.now()));
        assertThat(decision).as("%s by %s", name, who).isInstanceOf(Decision.Refused.class);
        var code = ((Decision.Refused) decision).refusal().code();
        // A reporter knows the own cases only, whoever it is claimed to be for.
        boolean unknown = who.role() == Role.CITIZEN && code == RefusalCode.NOT_FOUND;
        assertThat(unknown || SHUT_OUT.contains(code))
                .as("%s by %s: %s", name, who, decision)
                .isTrue();
    }

    /** As if the collector asked had been this person, whom the rules would not let be asked. */
    private static Story askedToVerify(Story story, Actor who) {
        return story.happened(
                Cast.ACCEPTOR,
                new CaseEvent.VerificationRequested(Asks.CASE, who.person(), Stories.clock(story, Stage.VERIFY)));
    }

    private static Story askedToCheck(Story story, Actor who) {
        return story.happened(
                Cast.ACCEPTOR,
                new CaseEvent.CheckRequested(Asks.CASE, who.person(), Stories.clock(story, Stage.CHECK)));
    }
}
