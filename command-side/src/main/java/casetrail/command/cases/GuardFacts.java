package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.cases.Guard;
import casetrail.events.cases.Stage;
import casetrail.events.refusals.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts that the words of a refusal need, by condition: who, counts, limits and moments, never sealed text. */
final class GuardFacts {

    /** Names a fact and finds it. */
    private record Fact(String name, Finder finder) {}

    /** Finds a fact; absent if it does not apply. */
    @FunctionalInterface
    private interface Finder {
        @Nullable
        Object find(Inquiry q, CaseOrder order);
    }

    private static final Finder RETURNABLE_UNTIL =
            (q, o) -> known(q.state().handling().dispatchedAt()).plus(q.policy().returnWindow());
    private static final Finder SUSPENDED_UNTIL =
            (q, o) -> known(q.state().overlays().suspension()).until();
    private static final Finder HANDLING_DEADLINE =
            (q, o) -> q.running(Stage.HANDLE).deadline();
    private static final Finder REOPENABLE_UNTIL =
            (q, o) -> known(q.state().endedAt()).plus(q.policy().reopeningWindow());
    private static final Finder DISPATCHED_TO = (q, o) -> ((CaseCommand.DispatchCase) o.command()).unit();
    private static final Fact PARENT = fact("parent", (q, o) -> ((CaseCommand.MergeInto) o.command()).parent());
    private static final Fact PARENT_STATE =
            fact("parentState", (q, o) -> o.circumstances().facts().parentStatus());
    private static final Fact ACTING_UNIT = fact("unit", (q, o) -> q.actor().unit());
    private static final Fact HOLDING_UNIT =
            fact("unit", (q, o) -> q.state().handling().unit());
    private static final Fact DECIDED_UNIT =
            fact("unit", (q, o) -> q.state().handling().decidedUnit());
    private static final Fact HANDLER =
            fact("person", (q, o) -> q.state().handling().handler());
    private static final Fact CANDIDATE = fact("person", (q, o) -> candidate(o.command()));
    private static final Fact CHECK =
            fact("check", (q, o) -> q.state().handling().check());

    private static final Map<Guard, List<Fact>> BY_GUARD = new EnumMap<>(Map.ofEntries(
            Map.entry(Guard.COLLECTOR_IS_GRID_MEMBER, List.of(CANDIDATE)),
            Map.entry(Guard.VERIFIER_NOT_REPORTER, List.of(CANDIDATE)),
            Map.entry(
                    Guard.VERIFIER_ASSIGNED,
                    List.of(fact("person", (q, o) -> q.intake().collector()))),
            Map.entry(Guard.PARENT_IS_ANOTHER_CASE, List.of(PARENT, PARENT_STATE)),
            Map.entry(Guard.PARENT_NOT_MERGED, List.of(PARENT, PARENT_STATE)),
            Map.entry(Guard.PARENT_NOT_ARCHIVED, List.of(PARENT_STATE)),
            Map.entry(
                    Guard.NO_CHILDREN,
                    List.of(fact(
                            "children",
                            (q, o) -> q.state().overlays().children().size()))),
            Map.entry(
                    Guard.UNIT_ALLOWED,
                    List.of(
                            fact("unit", DISPATCHED_TO),
                            fact("powers", (q, o) -> q.policy().powers().version()))),
            Map.entry(Guard.UNIT_AS_DECIDED, List.of(DECIDED_UNIT)),
            Map.entry(Guard.RESPONSIBILITY_NOT_FINAL, List.of(DECIDED_UNIT)),
            Map.entry(
                    Guard.RESPONSIBILITY_DECIDED,
                    List.of(fact("returns", (q, o) -> q.state().handling().returns()))),
            Map.entry(Guard.HANDLER_IN_SAME_UNIT, List.of(CANDIDATE, HOLDING_UNIT)),
            Map.entry(Guard.NO_HANDLER_ASSIGNED, List.of(HANDLER)),
            Map.entry(Guard.ACTS_AS_ASSIGNED_HANDLER, List.of(HANDLER)),
            Map.entry(Guard.WITHIN_RETURN_WINDOW, List.of(fact("deadline", RETURNABLE_UNTIL))),
            Map.entry(Guard.CHECK_NOT_PASSED, List.of(CHECK)),
            Map.entry(Guard.CHECK_PASSED_OR_WAIVED, List.of(CHECK)),
            Map.entry(Guard.CHECKER_NOT_HANDLER, List.of(CANDIDATE)),
            Map.entry(
                    Guard.CHECKER_ASSIGNED,
                    List.of(fact("person", (q, o) -> q.state().handling().checker()))),
            Map.entry(Guard.CHECKER_OTHER_UNIT, List.of(ACTING_UNIT)),
            Map.entry(Guard.CLOSER_OTHER_UNIT, List.of(ACTING_UNIT)),
            Map.entry(Guard.NOT_OVERDUE, List.of(fact("deadline", HANDLING_DEADLINE))),
            Map.entry(
                    Guard.EXTENSIONS_LEFT,
                    List.of(fact("quota", (q, o) -> q.policy().extensionsMax()))),
            Map.entry(
                    Guard.SUSPENSIONS_LEFT,
                    List.of(fact("quota", (q, o) -> q.policy().suspensionsMax()))),
            Map.entry(
                    Guard.UNTIL_WITHIN_BOUNDS,
                    List.of(fact("latest", (q, o) -> q.at().plus(q.policy().suspensionMax())))),
            Map.entry(Guard.RESUME_DUE, List.of(fact("deadline", SUSPENDED_UNTIL))),
            Map.entry(Guard.SUPERVISOR_OTHER_UNIT, List.of(ACTING_UNIT)),
            Map.entry(
                    Guard.SUPERVISION_LEVEL_RISES,
                    List.of(fact("level", (q, o) -> q.state().overlays().supervisionLevel()))),
            Map.entry(Guard.WITHIN_REOPENING_WINDOW, List.of(fact("deadline", REOPENABLE_UNTIL))),
            Map.entry(Guard.ARCHIVE_DUE, List.of(fact("deadline", REOPENABLE_UNTIL))),
            Map.entry(
                    Guard.NO_OPEN_OVERLAY,
                    List.of(fact("open", (q, o) -> open(q.state().overlays()))))));

    private GuardFacts() {}

    /** The refusal with the facts that belong to a condition. */
    static Refusal add(Refusal refusal, Guard guard, Inquiry q, CaseOrder order) {
        var more = refusal;
        for (var fact : BY_GUARD.getOrDefault(guard, List.of())) {
            var value = fact.finder().find(q, order);
            more = value == null ? more : more.with(fact.name(), value);
        }
        return more;
    }

    private static Fact fact(String name, Finder finder) {
        return new Fact(name, finder);
    }

    private static @Nullable PersonId candidate(CaseCommand command) {
        return switch (command) {
            case CaseCommand.RequestVerification c -> c.collector();
            case CaseCommand.RequestCheck c -> c.collector();
            case CaseCommand.AssignHandler c -> c.handler();
            case CaseCommand.ReassignHandler c -> c.handler();
            default -> null;
        };
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static String open(CaseOverlays o) {
        var open = new ArrayList<String>();
        if (o.supervisionLevel() > 0) {
            open.add("supervision " + o.supervisionLevel());
        }
        o.whistles().forEach(w -> open.add(w.value()));
        o.deliberations().forEach(d -> open.add(d.value()));
        if (o.appeal() != null && o.appeal().open()) {
            open.add("appeal");
        }
        return String.join(", ", open);
    }
}
