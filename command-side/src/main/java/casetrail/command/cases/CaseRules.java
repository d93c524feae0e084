package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.Axis;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Transition;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.rules.clocks.ClockProfile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides about cases by the table of the life-cycle. Pure: the same arguments always give the same decision. */
public final class CaseRules {

    private CaseRules() {}

    /** What becomes of an order, given all that happened to its case so far. */
    public static Decision decide(CaseState state, CaseOrder order, CasePolicy policy, ClockProfile profile) {
        var circumstances = order.circumstances();
        var repeat = repeatOf(state, circumstances);
        if (repeat.isPresent()) {
            return repeat.get();
        }
        var q = new Inquiry(state, circumstances.actor(), effective(state, circumstances), policy, profile);
        return refusal(q, order)
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> new Decision.Accepted(
                        CaseSteps.events(order.command(), q),
                        new TreeMap<>(Map.of("clocks", profile.version(), "policy", policy.version())),
                        TimeRules.flags(state, circumstances)));
    }

    /** What somebody could do with the case now; whether it would be accepted may still depend on what exactly is asked. */
    public static List<CaseCommandName> allowed(
            CaseState state, Actor actor, Instant now, CasePolicy policy, ClockProfile profile) {
        return allowed(new Inquiry(state, actor, later(state.changedAt(), now), policy, profile));
    }

    private static List<CaseCommandName> allowed(Inquiry q) {
        return Arrays.stream(CaseCommandName.values())
                .filter(command -> {
                    var row = CaseTransitions.of(command);
                    return isLegal(row, q.state())
                            && row.roles().contains(q.actor().role())
                            && actsForOwnUnit(row, q)
                            && row.guards().stream()
                                    .noneMatch(guard -> StandingGuards.check(guard, command, q) == Holds.NO);
                })
                .toList();
    }

    private static Optional<Decision> repeatOf(CaseState state, Circumstances circumstances) {
        var request = circumstances.request();
        if (request == null) {
            return Optional.empty();
        }
        return state.requests()
                .find(request, circumstances.decidedAt())
                .map(earlier -> earlier.body().equals(request.body())
                        ? new Decision.Repeated(earlier.sequence(), earlier.status())
                        : new Decision.Refused(Refusal.of(RefusalCode.KEY_REUSED)));
    }

    private static Optional<Refusal> refusal(Inquiry q, CaseOrder order) {
        var command = order.command().name();
        var row = CaseTransitions.of(command);
        var refusal = missing(q, order, row);
        if (refusal == null) {
            refusal = illegal(q, order, row);
        }
        if (refusal != null) {
            return Optional.of(refusal);
        }
        var time = TimeRules.check(order, q.policy());
        if (time != null) {
            return Optional.of(time);
        }
        for (var guard : row.guards()) {
            if (!holds(guard, q, order)) {
                return Optional.of(failed(guard, q, order));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Refusal missing(Inquiry q, CaseOrder order, Transition row) {
        var state = q.state();
        if ((!state.exists() && !row.from().isEmpty()) || !CaseVisibility.mayKnow(state, q.actor())) {
            return Refusal.of(RefusalCode.NOT_FOUND).with("id", order.command().caseId());
        }
        var expected = order.expectedSequence();
        if (expected != null && expected != state.sequence()) {
            return Refusal.of(RefusalCode.STALE_VERSION)
                    .with("expected", expected)
                    .with("actual", state.sequence());
        }
        return null;
    }

    private static @Nullable Refusal illegal(Inquiry q, CaseOrder order, Transition row) {
        if (!isLegal(row, q.state())) {
            return refused(RefusalCode.ILLEGAL_TRANSITION, q, order);
        }
        if (!row.roles().contains(q.actor().role())) {
            return refused(RefusalCode.FORBIDDEN_ROLE, q, order)
                    .with("role", q.actor().role())
                    .with("allowed", names(row.roles()));
        }
        if (!actsForOwnUnit(row, q)) {
            var refusal = refused(RefusalCode.NOT_OWN_UNIT, q, order);
            var unit = q.state().handling().unit();
            return unit == null ? refusal : refusal.with("unit", unit);
        }
        if (row.reasonRequired() && order.circumstances().reason() == null) {
            return refused(RefusalCode.REASON_REQUIRED, q, order);
        }
        return null;
    }

    private static boolean isLegal(Transition row, CaseState state) {
        return state.status() == null ? row.from().isEmpty() : row.from().contains(state.status());
    }

    private static boolean actsForOwnUnit(Transition row, Inquiry q) {
        return !row.ownUnit()
                || q.actor().role().axis() != Axis.DISPOSAL
                || q.state().isHeldBy(q.actor().unit());
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    private static boolean holds(Guard guard, Inquiry q, CaseOrder order) {
        return switch (StandingGuards.check(guard, order.command().name(), q)) {
            case YES -> true;
            case NO -> false;
            case DEPENDS -> CommandGuards.holds(guard, order, q);
        };
    }

    private static Refusal failed(Guard guard, Inquiry q, CaseOrder order) {
        var code = codeOf(guard, order.command().name());
        var plain = refused(code, q, order);
        var named = new Refusal(code, guard, plain.facts(), plain.allowed());
        return GuardFacts.add(named, guard, q, order);
    }

    /** The public code under which a condition is refused. */
    static RefusalCode codeOf(Guard guard, CaseCommandName command) {
        return switch (guard) {
            case VERIFIER_NOT_REPORTER,
                    CONFIRMER_NOT_HANDLER,
                    CHECKER_NOT_HANDLER,
                    CHECKER_OTHER_UNIT,
                    CLOSER_NOT_HANDLER,
                    CLOSER_OTHER_UNIT,
                    APPROVER_NOT_REQUESTER,
                    SUPERVISOR_OTHER_UNIT,
                    REVIEWER_NOT_FILER -> RefusalCode.SEPARATION_OF_DUTIES;
            case FILING_BY_SHIFT_LEADER, COMPLETION_STEPS, VOID_TWO_PERSONS -> RefusalCode.SECOND_PERSON_REQUIRED;
            case FORCE_CLOSURE_PENDING ->
                command == CaseCommandName.FORCE_CLOSE ? RefusalCode.SECOND_PERSON_REQUIRED : RefusalCode.GUARD_FAILED;
            default -> RefusalCode.GUARD_FAILED;
        };
    }

    /** A refusal that says where the case stands and what the asker may do instead. */
    private static Refusal refused(RefusalCode code, Inquiry q, CaseOrder order) {
        var refusal = Refusal.of(code).with("command", order.command().name());
        var status = q.state().status();
        return (status == null ? refusal : refusal.with("state", status)).allowing(allowed(q));
    }

    private static Instant effective(CaseState state, Circumstances circumstances) {
        return later(state.changedAt(), circumstances.occurredAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
