package casetrail.query.caselist;

import static casetrail.events.Role.ACCEPTOR;
import static casetrail.events.Role.COMMUNITY_LEAD;
import static casetrail.events.Role.DEPT_LEAD;
import static casetrail.events.Role.DISPATCHER;
import static casetrail.events.Role.EVALUATOR;
import static casetrail.events.Role.GRID_MEMBER;
import static casetrail.events.Role.HANDLER;
import static casetrail.events.Role.RECORDS_OFFICER;
import static casetrail.events.Role.SHIFT_LEADER;
import static casetrail.events.Role.STREET_LEAD;
import static casetrail.events.Role.SUPERVISOR;

import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.CheckResult;
import casetrail.views.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A command that a case waits for, of a role. In which states it is allowed stands in {@link CaseTransitions}; here stands which cases of
 * those states wait for it, rather than only allow it: the conditions of the command, as far as they can be seen from outside.
 *
 * @param of the person who alone may do it, as a field of the case; absent if anybody of the role may
 * @param when what else must hold
 */
record Duty(CaseCommandName command, Role role, @Nullable String of, Condition when) {

    /** Every duty there is; a role without one has no worklist. */
    static final List<Duty> ALL = List.of(
            new Duty(CaseCommandName.FILE_CASE, ACCEPTOR),
            new Duty(CaseCommandName.FILE_CASE, SHIFT_LEADER).when(CaseFlag.FILING_PROPOSED),
            new Duty(CaseCommandName.SUBMIT_VERIFICATION, GRID_MEMBER).onlyBy(CaseFields.VERIFIER),
            new Duty(CaseCommandName.DISPATCH_CASE, DISPATCHER),
            new Duty(CaseCommandName.ACCEPT_ASSIGNMENT, DEPT_LEAD),
            new Duty(CaseCommandName.ASSIGN_HANDLER, DEPT_LEAD).when(new Condition.Absent(CaseFields.HANDLER)),
            new Duty(CaseCommandName.REPORT_COMPLETION, HANDLER)
                    .onlyBy(CaseFields.HANDLER)
                    .when(Condition.is(CaseFields.FIELD_WORK, CaseFields.TO_DO)),
            new Duty(CaseCommandName.CONFIRM_COMPLETION, DEPT_LEAD).when(CaseFlag.COMPLETED),
            new Duty(CaseCommandName.REQUEST_CHECK, ACCEPTOR)
                    .when(new Condition.Any(
                            List.of(new Condition.Absent(CaseFields.CHECK), checked(CheckResult.UNABLE)))),
            new Duty(CaseCommandName.SUBMIT_CHECK, GRID_MEMBER).onlyBy(CaseFields.CHECKER),
            new Duty(CaseCommandName.RETURN_FOR_REWORK, ACCEPTOR).when(checked(CheckResult.FAIL)),
            new Duty(CaseCommandName.RETURN_FOR_REWORK, DISPATCHER).when(checked(CheckResult.FAIL)),
            new Duty(CaseCommandName.CLOSE_CASE, ACCEPTOR).when(checked(CheckResult.PASS)),
            new Duty(CaseCommandName.CLOSE_CASE, SHIFT_LEADER).when(checked(CheckResult.PASS)),
            new Duty(CaseCommandName.FORCE_CLOSE, SHIFT_LEADER).when(CaseFlag.FORCE_CLOSURE_REQUESTED),
            new Duty(CaseCommandName.APPROVE_EXTENSION, DISPATCHER).when(CaseFlag.EXTENSION_REQUESTED),
            new Duty(CaseCommandName.APPROVE_EXTENSION, SHIFT_LEADER).when(CaseFlag.EXTENSION_REQUESTED),
            new Duty(CaseCommandName.APPROVE_SUSPENSION, SHIFT_LEADER).when(CaseFlag.SUSPENSION_REQUESTED),
            new Duty(CaseCommandName.VOID_CASE, SHIFT_LEADER).when(CaseFlag.VOID_REQUESTED),
            new Duty(CaseCommandName.DECIDE_RESPONSIBILITY, SHIFT_LEADER).when(CaseFlag.DISPUTED),
            new Duty(CaseCommandName.ANSWER_SUPERVISION, DEPT_LEAD).when(CaseFlag.SUPERVISION_UNANSWERED),
            new Duty(CaseCommandName.LIFT_SUPERVISION, SUPERVISOR).when(CaseFlag.SUPERVISED),
            new Duty(CaseCommandName.LIFT_SUPERVISION, SHIFT_LEADER).when(CaseFlag.SUPERVISED),
            new Duty(CaseCommandName.UNLINK_WHISTLE, STREET_LEAD).when(CaseFlag.WHISTLE),
            new Duty(CaseCommandName.UNLINK_WHISTLE, COMMUNITY_LEAD).when(CaseFlag.WHISTLE),
            new Duty(CaseCommandName.UNLINK_WHISTLE, SHIFT_LEADER).when(CaseFlag.WHISTLE),
            new Duty(CaseCommandName.UNLINK_DELIBERATION, STREET_LEAD).when(CaseFlag.DELIBERATION),
            new Duty(CaseCommandName.UNLINK_DELIBERATION, DEPT_LEAD).when(CaseFlag.DELIBERATION),
            new Duty(CaseCommandName.REVIEW_APPEAL, SUPERVISOR).when(CaseFlag.APPEAL_UNDER_REVIEW),
            new Duty(CaseCommandName.REVIEW_APPEAL, SHIFT_LEADER).when(CaseFlag.APPEAL_UNDER_REVIEW),
            new Duty(CaseCommandName.REVIEW_APPEAL, EVALUATOR).when(CaseFlag.APPEAL_UNDER_REVIEW),
            new Duty(CaseCommandName.ARCHIVE_CASE, RECORDS_OFFICER));

    private Duty(CaseCommandName command, Role role) {
        this(command, role, null, Condition.everything());
    }

    /** The duties of a role. */
    static List<Duty> of(Role role) {
        return ALL.stream().filter(d -> d.role() == role).toList();
    }

    /** The cases that wait for one of a role's duties, or for one of these. */
    static Condition waiting(List<Duty> duties, Bench bench) {
        return new Condition.Any(duties.stream().map(d -> d.waiting(bench)).toList());
    }

    /** The cases that wait for it. */
    Condition waiting(Bench bench) {
        var parts = new ArrayList<Condition>();
        parts.add(new Condition.Is(
                CaseFields.STATE,
                CaseTransitions.of(command).from().stream().map(Enum::name).collect(Collectors.toSet())));
        parts.add(when);
        var person = bench.person();
        if (of != null) {
            parts.add(
                    person == null
                            ? new Condition.HasAny(CaseFields.ASKED, Set.of(of))
                            : Condition.is(of, person.value()));
        }
        if (bench.units() != null) {
            parts.add(bench.units());
        }
        return new Condition.All(parts);
    }

    private Duty onlyBy(String field) {
        return new Duty(command, role, field, when);
    }

    private Duty when(Condition more) {
        return new Duty(command, role, of, when.and(more));
    }

    private Duty when(CaseFlag flag) {
        return when(new Condition.HasAll(CaseFields.FLAGS, Set.of(flag.code())));
    }

    private static Condition checked(CheckResult result) {
        return Condition.is(CaseFields.CHECK, result.name());
    }
}
