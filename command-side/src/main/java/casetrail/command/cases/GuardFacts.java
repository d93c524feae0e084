package casetrail.command.cases;

import casetrail.events.cases.Guard;
import casetrail.events.cases.Stage;
import casetrail.events.refusals.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that the words of a refusal need, by condition: counts, limits and moments, never sealed text. */
final class GuardFacts {

    /** Names a fact and finds it; absent if it does not apply. */
    private record Fact(String name, Finder finder) {}

    @FunctionalInterface
    private interface Finder {
        @Nullable
        Object find(Inquiry q, CaseOrder order);
    }

    private static final Map<Guard, Fact[]> BY_GUARD = new EnumMap<>(Guard.class);

    static {
        put(
                Guard.RESPONSIBILITY_DECIDED,
                fact("returns", (q, o) -> q.state().handling().returns()));
        put(Guard.UNIT_AS_DECIDED, fact("unit", (q, o) -> q.state().handling().decidedUnit()));
        put(
                Guard.RESPONSIBILITY_NOT_FINAL,
                fact("unit", (q, o) -> q.state().handling().decidedUnit()));
        put(Guard.UNIT_ALLOWED, fact("powers", (q, o) -> q.policy().powers().version()));
        put(
                Guard.NO_HANDLER_ASSIGNED,
                fact("handler", (q, o) -> q.state().handling().handler()));
        put(
                Guard.HANDLER_IN_SAME_UNIT,
                fact("unit", (q, o) -> q.state().handling().unit()));
        put(Guard.WITHIN_RETURN_WINDOW, fact("until", (q, o) -> {
            var dispatchedAt = q.state().handling().dispatchedAt();
            return dispatchedAt == null ? null : dispatchedAt.plus(q.policy().returnWindow());
        }));
        put(Guard.COMPLETION_STEPS, fact("steps", (q, o) -> q.policy().completionSteps()));
        put(
                Guard.CHECK_PASSED_OR_WAIVED,
                fact("check", (q, o) -> q.state().handling().check()));
        put(Guard.CHECK_NOT_PASSED, fact("check", (q, o) -> q.state().handling().check()));
        put(Guard.NOT_OVERDUE, fact("deadline", (q, o) -> {
            var clock = q.state().clock(Stage.HANDLE);
            return clock == null ? null : clock.deadline();
        }));
        put(
                Guard.EXTENSIONS_LEFT,
                fact("used", (q, o) -> q.state().pending().extensions()),
                fact("max", (q, o) -> q.policy().extensionsMax()));
        put(
                Guard.SUSPENSIONS_LEFT,
                fact("used", (q, o) -> q.state().pending().suspensions()),
                fact("max", (q, o) -> q.policy().suspensionsMax()));
        put(
                Guard.UNTIL_WITHIN_BOUNDS,
                fact("daysMax", (q, o) -> q.policy().suspensionMax().toDays()));
        put(Guard.RESUME_DUE, fact("until", (q, o) -> {
            var suspension = q.state().overlays().suspension();
            return suspension == null ? null : suspension.until();
        }));
        put(
                Guard.SUPERVISOR_OTHER_UNIT,
                fact("unit", (q, o) -> q.state().handling().unit()));
        put(
                Guard.SUPERVISION_LEVEL_RISES,
                fact("level", (q, o) -> q.state().overlays().supervisionLevel()));
        put(Guard.WITHIN_REOPENING_WINDOW, fact("until", GuardFacts::reopenableUntil));
        put(Guard.ARCHIVE_DUE, fact("from", GuardFacts::reopenableUntil));
        put(Guard.PARENT_IS_ANOTHER_CASE, fact("parentState", GuardFacts::parentState));
        put(Guard.PARENT_NOT_MERGED, fact("parentState", GuardFacts::parentState));
        put(Guard.PARENT_NOT_ARCHIVED, fact("parentState", GuardFacts::parentState));
        put(
                Guard.NO_CHILDREN,
                fact("children", (q, o) -> q.state().overlays().children().size()));
    }

    private GuardFacts() {}

    /** The refusal with the facts that belong to a condition. */
    static Refusal add(Refusal refusal, Guard guard, Inquiry q, CaseOrder order) {
        var more = refusal;
        for (var fact : BY_GUARD.getOrDefault(guard, new Fact[0])) {
            var value = fact.finder().find(q, order);
            more = value == null ? more : more.with(fact.name(), value);
        }
        return more;
    }

    private static void put(Guard guard, Fact... facts) {
        BY_GUARD.put(guard, facts);
    }

    private static Fact fact(String name, Finder finder) {
        return new Fact(name, finder);
    }

    private static @Nullable Object reopenableUntil(Inquiry q, CaseOrder order) {
        var endedAt = q.state().endedAt();
        return endedAt == null ? null : endedAt.plus(q.policy().reopeningWindow());
    }

    private static @Nullable Object parentState(Inquiry q, CaseOrder order) {
        return order.circumstances().facts().parentStatus();
    }
}
