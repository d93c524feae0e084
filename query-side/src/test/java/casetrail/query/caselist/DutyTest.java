package casetrail.query.caselist;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Axis;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Transition;
import casetrail.events.cases.Transition.Target;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits for whom, against the table of what may follow what. */
class DutyTest {

    /** Commands that move a case, or answer a wish, and that no case waits for: each with the reason. */
    private static final Map<CaseCommandName, String> AT_WILL = Map.ofEntries(
            Map.entry(CaseCommandName.REGISTER_REPORT, "there is no case yet"),
            Map.entry(CaseCommandName.RECORD_ON_SITE_RESOLUTION, "there is no case yet"),
            Map.entry(CaseCommandName.REQUEST_VERIFICATION, "a reported case waits to be filed; this is a way to it"),
            Map.entry(CaseCommandName.REJECT_REPORT, "the other answer to FILE_CASE"),
            Map.entry(CaseCommandName.MERGE_INTO, "another answer to FILE_CASE or DISPATCH_CASE"),
            Map.entry(CaseCommandName.SPLIT_FROM_PARENT, "undoes a decision"),
            Map.entry(CaseCommandName.RETURN_ASSIGNMENT, "the other answer to ACCEPT_ASSIGNMENT"),
            Map.entry(CaseCommandName.RETURN_TO_INTAKE, "the other answer to DISPATCH_CASE"),
            Map.entry(CaseCommandName.RESUME_CASE, "a suspension runs out by itself"),
            Map.entry(CaseCommandName.REOPEN_CASE, "undoes a decision"),
            Map.entry(CaseCommandName.REJECT_FORCE_CLOSURE, "the other answer to FORCE_CLOSE"),
            Map.entry(CaseCommandName.REJECT_EXTENSION, "the other answer to APPROVE_EXTENSION"),
            Map.entry(CaseCommandName.REJECT_SUSPENSION, "the other answer to APPROVE_SUSPENSION"),
            Map.entry(CaseCommandName.REJECT_VOID, "the other answer to VOID_CASE"));

    /** A role that may do it, and for which it waits all the same only with another. */
    private static final Map<CaseCommandName, Set<Role>> WITH_ANOTHER =
            Map.of(CaseCommandName.REPORT_COMPLETION, Set.of(Role.DEPT_LEAD));

    private static final Set<Guard> WISHES = EnumSet.of(
            Guard.FORCE_CLOSURE_PENDING,
            Guard.EXTENSION_PENDING,
            Guard.SUSPENSION_PENDING,
            Guard.VOID_PENDING,
            Guard.APPEAL_PENDING,
            Guard.SUPERVISION_UNANSWERED,
            Guard.SUPERVISION_OPEN,
            Guard.WHISTLE_OPEN,
            Guard.DELIBERATION_OPEN,
            Guard.DISPUTE_OR_RETURN);

    /** The field of the person that alone may do it, by the guard that says so. */
    private static final Map<Guard, String> PERSONS = Map.of(
            Guard.VERIFIER_ASSIGNED, CaseFields.VERIFIER,
            Guard.CHECKER_ASSIGNED, CaseFields.CHECKER,
            Guard.ACTS_AS_ASSIGNED_HANDLER, CaseFields.HANDLER);

    private static final Map<Guard, CaseFlag> FLAGS = Map.of(
            Guard.FORCE_CLOSURE_PENDING, CaseFlag.FORCE_CLOSURE_REQUESTED,
            Guard.EXTENSION_PENDING, CaseFlag.EXTENSION_REQUESTED,
            Guard.SUSPENSION_PENDING, CaseFlag.SUSPENSION_REQUESTED,
            Guard.APPEAL_PENDING, CaseFlag.APPEAL_UNDER_REVIEW,
            Guard.SUPERVISION_UNANSWERED, CaseFlag.SUPERVISION_UNANSWERED,
            Guard.WHISTLE_OPEN, CaseFlag.WHISTLE,
            Guard.DELIBERATION_OPEN, CaseFlag.DELIBERATION,
            Guard.HANDLING_COMPLETED, CaseFlag.COMPLETED,
            Guard.DISPUTE_OR_RETURN, CaseFlag.DISPUTED,
            Guard.VOID_TWO_PERSONS, CaseFlag.VOID_REQUESTED);

    static Iterable<Duty> duties() {
        return Duty.ALL;
    }

    @ParameterizedTest
    @MethodSource("duties")
    void whoever_has_a_duty_may_do_it(Duty duty) {
        var row = CaseTransitions.of(duty.command());

        assertThat(row.roles()).contains(duty.role());
        assertThat(row.from()).isNotEmpty();
        if (row.ownUnit() && duty.role().axis() == Axis.DISPOSAL) {
            assertThat(Bench.isOfUnits(duty.role())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("duties")
    void what_only_one_person_may_do_waits_for_that_person(Duty duty) {
        var fields = CaseTransitions.of(duty.command()).guards().stream()
                .filter(PERSONS::containsKey)
                .map(PERSONS::get)
                .toList();

        assertThat(fields).hasSizeLessThan(2);
        assertThat(duty.of()).isEqualTo(fields.isEmpty() ? null : fields.getFirst());
    }

    @ParameterizedTest
    @MethodSource("duties")
    void what_needs_a_wish_waits_only_where_there_is_one(Duty duty) {
        for (var guard : CaseTransitions.of(duty.command()).guards()) {
            var flag = FLAGS.get(guard);
            if (flag != null) {
                assertThat(duty.when().toString()).as("%s", guard).contains("[" + flag.code() + "]");
            }
        }
    }

    @Test
    void every_command_that_moves_a_case_or_answers_a_wish_waits_for_each_role_that_may_do_it() {
        var forgotten = new TreeSet<String>();
        for (var row : CaseTransitions.ALL) {
            if (!AT_WILL.containsKey(row.command()) && (moves(row) || answers(row))) {
                for (var role : row.roles()) {
                    boolean with =
                            WITH_ANOTHER.getOrDefault(row.command(), Set.of()).contains(role);
                    boolean has = Duty.of(role).stream().anyMatch(d -> d.command() == row.command());
                    if (role != Role.SYSTEM && !with && !has) {
                        forgotten.add(role + " " + row.command());
                    }
                }
            }
        }

        assertThat(forgotten).isEmpty();
    }

    @Test
    void a_reason_is_given_only_for_what_is_in_no_worklist() {
        assertThat(Duty.ALL.stream().map(Duty::command).collect(Collectors.toSet()))
                .doesNotContainAnyElementsOf(AT_WILL.keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITIZEN", "AUDITOR", "PRIVACY_OFFICER", "ANALYST", "ADMIN", "SYSTEM"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_role_that_cases_are_handled_by_has_a_worklist(Role role) {
        assertThat(Duty.of(role)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITIZEN", "AUDITOR", "PRIVACY_OFFICER", "ANALYST", "ADMIN", "SYSTEM"})
    void the_others_have_none(Role role) {
        assertThat(Duty.of(role)).isEmpty();
    }

    private static boolean moves(Transition row) {
        return switch (row.target()) {
            case Target.To to -> true;
            case Target.MaybeTo maybe -> true;
            case Target.AsBeforeSuspension before -> true;
            case Target.Unchanged unchanged -> false;
        };
    }

    private static boolean answers(Transition row) {
        return row.guards().stream().anyMatch(WISHES::contains);
    }
}
