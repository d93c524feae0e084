package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Stage;
import casetrail.rules.clocks.Clocks;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions that can be judged by the case, the asker, the moment and the policy alone. */
final class StandingGuards {

    private StandingGuards() {}

    /** Whether a condition holds; {@link Holds#DEPENDS} if {@link CommandGuards} has to be asked. */
    static Holds check(Guard guard, CaseCommandName command, Inquiry q) {
        var state = q.state();
        var actor = q.actor();
        var handling = state.handling();
        var pending = state.pending();
        var overlays = state.overlays();
        return switch (guard) {
            case VERIFIER_NOT_REPORTER ->
                command == CaseCommandName.REQUEST_VERIFICATION
                        ? Holds.DEPENDS
                        : Holds.when(!actor.sharesPersonWith(q.intake().reporters()));
            case VERIFIER_ASSIGNED -> Holds.when(isAsked(q.intake().collector(), actor));
            case FILING_BY_SHIFT_LEADER ->
                Holds.when(q.policy().filingInOneStep()
                        || (actor.role() == Role.SHIFT_LEADER
                                && !actor.sharesPersonWith(q.intake().proposers())));
            case NO_CHILDREN -> Holds.when(overlays.children().isEmpty());
            case RESPONSIBILITY_DECIDED ->
                Holds.when(handling.decidedUnit() != null
                        || handling.returns() < q.policy().returnsBeforeDispute());
            case DISPUTE_OR_RETURN -> Holds.when(handling.returns() > 0);
            case NO_HANDLER_ASSIGNED -> Holds.when(handling.handler() == null);
            case HANDLER_ASSIGNED -> Holds.when(handling.handler() != null);
            case WITHIN_RETURN_WINDOW -> Holds.when(isDecidedForAnother(handling) || isReturnable(q));
            case RESPONSIBILITY_NOT_FINAL ->
                Holds.when(handling.decidedUnit() == null || isDecidedForAnother(handling));
            case ACTS_AS_ASSIGNED_HANDLER ->
                Holds.when(actor.role() != Role.HANDLER || isAsked(handling.handler(), actor));
            case COMPLETED_ONCE -> Holds.when(handling.completedBy().isEmpty());
            case COMPLETION_STEPS ->
                Holds.when(actor.role() == Role.HANDLER || q.policy().completionSteps() == 1);
            case HANDLING_COMPLETED -> Holds.when(!handling.completedBy().isEmpty());
            case CONFIRMER_NOT_HANDLER -> Holds.when(!actor.sharesPersonWith(handling.completedBy()));
            case CHECK_NOT_PASSED -> Holds.when(handling.check() != CheckResult.PASS);
            case CHECKER_NOT_HANDLER ->
                command == CaseCommandName.REQUEST_CHECK
                        ? Holds.DEPENDS
                        : Holds.when(!actor.sharesPersonWith(handling.handledBy()));
            case CLOSER_NOT_HANDLER -> Holds.when(!actor.sharesPersonWith(handling.handledBy()));
            case CHECKER_OTHER_UNIT, CLOSER_OTHER_UNIT ->
                Holds.when(actor.unit() == null || !handling.units().contains(actor.unit()));
            case CHECKER_ASSIGNED -> Holds.when(isAsked(handling.checker(), actor));
            case FORCE_CLOSURE_PENDING -> Holds.when(!pending.forceClosureBy().isEmpty());
            case FORCE_CLOSURE_NOT_PENDING ->
                Holds.when(pending.forceClosureBy().isEmpty());
            case APPROVER_NOT_REQUESTER -> Holds.when(!actor.sharesPersonWith(requesters(command, pending)));
            case NOT_OVERDUE -> Holds.when(!Clocks.isOverdue(q.running(Stage.HANDLE), q.at()));
            case EXTENSION_NOT_PENDING -> Holds.when(pending.extension() == null);
            case EXTENSION_PENDING -> Holds.when(pending.extension() != null);
            case EXTENSIONS_LEFT -> Holds.when(pending.extensions() < q.policy().extensionsMax());
            case APPROVER_RANK -> Holds.when(pending.extensions() == 0 || actor.role() == Role.SHIFT_LEADER);
            case SUSPENSION_NOT_PENDING -> Holds.when(pending.suspension() == null);
            case SUSPENSION_PENDING -> Holds.when(pending.suspension() != null);
            case SUSPENSIONS_LEFT ->
                Holds.when(pending.suspensions() < q.policy().suspensionsMax());
            case UNTIL_WITHIN_BOUNDS ->
                command == CaseCommandName.REQUEST_SUSPENSION
                        ? Holds.DEPENDS
                        : Holds.when(asked(pending.suspension()).until().isAfter(q.at()));
            case RESUME_DUE -> {
                var until = Objects.requireNonNull(overlays.suspension(), "not suspended")
                        .until();
                yield Holds.when(actor.role() != Role.SYSTEM || !q.at().isBefore(until));
            }
            case SUPERVISOR_OTHER_UNIT ->
                Holds.when(!state.isHeldBy(actor.unit()) && !actor.sharesPersonWith(handling.handledBy()));
            case SUPERVISION_OPEN -> Holds.when(overlays.supervisionLevel() > 0);
            case SUPERVISION_UNANSWERED -> Holds.when(!overlays.supervisionAnswered());
            case DELIBERATION_ALLOWED ->
                Holds.when(q.policy().deliberation().include(q.intake().classification()));
            case VOID_NOT_PENDING -> Holds.when(pending.voidBy().isEmpty());
            case VOID_PENDING -> Holds.when(!pending.voidBy().isEmpty());
            case VOID_TWO_PERSONS ->
                Holds.when(state.status() != CaseStatus.DISPATCHED
                        || (!pending.voidBy().isEmpty() && !actor.sharesPersonWith(pending.voidBy())));
            case NEVER_IN_FEEDBACK -> Holds.when(handling.feedbacks() == 0);
            case WITHIN_REOPENING_WINDOW -> Holds.when(!reopeningIsOver(q));
            case REOPEN_BY_SYSTEM -> Holds.when(actor.role() != Role.SYSTEM || state.unresolved());
            case WAS_OVERDUE -> Holds.when(state.clocks().handledLate());
            case APPEAL_ONCE -> Holds.when(overlays.appeal() == null);
            case APPEAL_PENDING ->
                Holds.when(overlays.appeal() != null && overlays.appeal().open());
            case REVIEWER_NOT_FILER -> {
                var appeal = Objects.requireNonNull(overlays.appeal(), "no appeal");
                yield Holds.when(
                        !actor.sharesPersonWith(appeal.filers()) && !actor.sharesPersonWith(appeal.reviewers()));
            }
            case NO_OPEN_OVERLAY -> Holds.when(nothingOpen(overlays));
            case ARCHIVE_DUE -> Holds.when(actor.role() != Role.SYSTEM || reopeningIsOver(q));
            case CHECK_PASSED_OR_WAIVED ->
                switch (handling.check()) {
                    case PASS -> Holds.YES;
                    // What was looked at and found wanting is not waved through.
                    case FAIL -> Holds.NO;
                    case UNABLE -> q.policy().checkWaivable() ? Holds.DEPENDS : Holds.NO;
                    case null -> q.policy().checkWaivable() ? Holds.DEPENDS : Holds.NO;
                };
            case CHILD_LINKED -> overlays.children().isEmpty() ? Holds.NO : Holds.DEPENDS;
            case WHISTLE_OPEN -> overlays.whistles().isEmpty() ? Holds.NO : Holds.DEPENDS;
            case DELIBERATION_OPEN -> overlays.deliberations().isEmpty() ? Holds.NO : Holds.DEPENDS;
            case SUPERVISION_LEVEL_RISES ->
                overlays.supervisionLevel() == CommandGuards.SUPERVISION_LEVEL_MAX ? Holds.NO : Holds.DEPENDS;
            case NOT_RESTRICTED -> Holds.when(!overlays.restricted());
            case RESTRICTED -> Holds.when(overlays.restricted());
            case PROBLEM_DESCRIBED,
                    PLACE_GIVEN,
                    SIMPLE_PROCEDURE_ALLOWED,
                    BEFORE_AND_AFTER_EVIDENCE,
                    COLLECTOR_IS_GRID_MEMBER,
                    EVIDENCE_WHEN_EXISTS,
                    FILING_STANDARD_SELECTED,
                    VERIFIED_OR_WAIVED,
                    PARENT_IS_ANOTHER_CASE,
                    PARENT_NOT_MERGED,
                    PARENT_NOT_ARCHIVED,
                    CHILD_NOT_LINKED,
                    UNIT_ALLOWED,
                    UNIT_AS_DECIDED,
                    HANDLER_IN_SAME_UNIT,
                    RESULT_GIVEN,
                    AFTER_EVIDENCE_IF_REQUIRED,
                    CHECK_EVIDENCE,
                    WHISTLE_NOT_OPEN,
                    DELIBERATION_NOT_OPEN,
                    CALLBACK_CONSISTENT,
                    CHANGES_SOMETHING -> Holds.DEPENDS;
        };
    }

    private static boolean reopeningIsOver(Inquiry q) {
        var endedAt = Objects.requireNonNull(q.state().endedAt(), "never ended");
        return q.at().isAfter(endedAt.plus(q.policy().reopeningWindow()));
    }

    private static boolean isReturnable(Inquiry q) {
        var dispatchedAt = Objects.requireNonNull(q.state().handling().dispatchedAt(), "never dispatched");
        return !q.at().isAfter(dispatchedAt.plus(q.policy().returnWindow()));
    }

    /** Then the unit that holds the case can always give it back: nobody else could bring it to where it belongs. */
    private static boolean isDecidedForAnother(Handling handling) {
        return handling.decidedUnit() != null && !handling.decidedUnit().equals(handling.unit());
    }

    private static boolean nothingOpen(CaseOverlays o) {
        return o.supervisionLevel() == 0
                && o.whistles().isEmpty()
                && o.deliberations().isEmpty()
                && (o.appeal() == null || !o.appeal().open());
    }

    /** Whoever was asked acts in person: that somebody claims to act for the one who was asked opens nothing. */
    private static boolean isAsked(@Nullable PersonId person, Actor actor) {
        return actor.person().equals(person);
    }

    private static <T> T asked(@Nullable T request) {
        return Objects.requireNonNull(request, "nothing of the kind is asked for");
    }

    /** Everybody behind the request that a command answers; that there is one stands before it in every row. */
    private static Set<PersonId> requesters(CaseCommandName command, PendingRequests p) {
        return switch (command) {
            case FORCE_CLOSE, REJECT_FORCE_CLOSURE -> p.forceClosureBy();
            case REJECT_VOID -> p.voidBy();
            case APPROVE_EXTENSION, REJECT_EXTENSION -> asked(p.extension()).by();
            case APPROVE_SUSPENSION, REJECT_SUSPENSION -> asked(p.suspension()).by();
            default -> throw new IllegalStateException(command + " answers no request");
        };
    }
}
