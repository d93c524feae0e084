package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The nine invariants of a case, watched over its events without a look at how decisions are made. */
final class CaseInvariants {

    private final Set<PersonId> reporters = new HashSet<>();
    private final Set<PersonId> handled = new HashSet<>();
    private final Set<UnitCode> units = new HashSet<>();
    private final Map<String, Set<PersonId>> pending = new HashMap<>();
    private final Map<Stage, Integer> started = new EnumMap<>(Stage.class);
    private final Set<String> stopped = new HashSet<>();
    private @Nullable UnitCode unit;
    private CaseState state = CaseState.NONE;
    private long events;
    private int returns;
    private int reworks;
    private boolean returned;
    private boolean archived;

    /** One more event. */
    void see(Recorded<CaseEvent> recorded) {
        state = CaseState.after(state, recorded);
        assertThat(archived).as("4: nothing happens to an archived case").isFalse();
        assertThat(recorded.sequence()).as("1: no gap").isEqualTo(events);
        assertThat(recorded.envelope().ruleVersions())
                .as("9: the rules that decided are named")
                .containsKeys("policy", "clocks");
        events++;
        var actor = recorded.envelope().actor();
        persons(recorded.event(), actor);
        requests(recorded.event(), actor);
        clocks(recorded.event());
        counts(recorded.event(), state);
        archived = recorded.event() instanceof CaseEvent.CaseArchived;
    }

    /** What holds between two orders, in the state that the events seen so far come to. */
    void between(CaseState decidedOn) {
        assertThat(state).as("2: a replay comes to the same state").isEqualTo(decidedOn);
        var status = state.status();
        if (status == null || !status.isOpen() || status == CaseStatus.SUSPENDED) {
            assertThat(state.clocks().running())
                    .as("6: %s runs no clock", status)
                    .isEmpty();
        } else {
            assertThat(state.clocks().running())
                    .as("6: %s runs a clock", status)
                    .isNotEmpty();
        }
        assertThat(state.clocks().paused() != null)
                .as("6: a clock stands still in %s", status)
                .isEqualTo(status == CaseStatus.SUSPENDED);
    }

    private void persons(CaseEvent event, Actor actor) {
        switch (event) {
            case CaseEvent.ReportRegistered e -> reporters.addAll(actor.persons());
            case CaseEvent.CaseDispatched e -> {
                assertThat(unit).as("1: one assignment at a time").isNull();
                unit = e.unit();
            }
            case CaseEvent.AssignmentAccepted e -> units.add(e.unit());
            case CaseEvent.AssignmentReturned e -> unit = null;
            case CaseEvent.HandlerAssigned e -> handled.add(e.handler());
            case CaseEvent.HandlerReassigned e -> handled.add(e.handler());
            case CaseEvent.ProgressRecorded e -> handled.addAll(actor.persons());
            case CaseEvent.HandlingCompleted e -> handled.addAll(actor.persons());
            case CaseEvent.FeedbackSubmitted e -> handled.addAll(actor.persons());
            case CaseEvent.VerificationSubmitted e -> isApart(actor, reporters, "3: verifier and reporter");
            case CaseEvent.CheckSubmitted e -> handledByOthers(actor, "3: checker and handler");
            case CaseEvent.CaseClosed e -> handledByOthers(actor, "3: closer and handler");
            case CaseEvent.CaseForceClosed e -> handledByOthers(actor, "3: closer and handler");
            case CaseEvent.SupervisionIssued e ->
                assertThat(actor.unit() != null && actor.unit().equals(unit))
                        .as("3: supervisor in the supervised unit")
                        .isFalse();
            default -> {}
        }
    }

    private void handledByOthers(Actor actor, String what) {
        isApart(actor, handled, what);
        assertThat(units).as(what).doesNotContain(actor.unit() == null ? new UnitCode("NONE") : actor.unit());
    }

    private static void isApart(Actor actor, Set<PersonId> others, String what) {
        assertThat(actor.sharesPersonWith(others))
                .as("%s: %s, %s", what, actor, others)
                .isFalse();
    }

    private void requests(CaseEvent event, Actor actor) {
        switch (event) {
            case CaseEvent.ExtensionRequested e -> ask("extension", actor);
            case CaseEvent.ExtensionApproved e -> answer("extension", actor);
            case CaseEvent.ExtensionRejected e -> answer("extension", actor);
            case CaseEvent.SuspensionRequested e -> ask("suspension", actor);
            case CaseEvent.SuspensionApproved e -> answer("suspension", actor);
            case CaseEvent.SuspensionRejected e -> answer("suspension", actor);
            case CaseEvent.ForceClosureRequested e -> ask("force closure", actor);
            case CaseEvent.CaseForceClosed e -> answer("force closure", actor);
            case CaseEvent.ForceClosureRejected e -> answer("force closure", actor);
            case CaseEvent.VoidRequested e -> ask("void", actor);
            case CaseEvent.VoidRejected e -> answer("void", actor);
            // What can no longer be answered has lapsed.
            case CaseEvent.AssignmentReturned e -> pending.clear();
            case CaseEvent.FeedbackSubmitted e -> pending.clear();
            case CaseEvent.AssignmentAccepted e -> pending.remove("void");
            case CaseEvent.ReworkOrdered e -> pending.clear();
            case CaseEvent.CheckRequested e -> pending.clear();
            case CaseEvent.CaseClosed e -> pending.clear();
            case CaseEvent.CaseVoided e -> {
                if (pending.containsKey("void")) {
                    answer("void", actor);
                }
                pending.clear();
            }
            default -> {}
        }
        if (event instanceof CaseEvent.SuspensionApproved) {
            pending.remove("void");
        }
    }

    private void ask(String kind, Actor actor) {
        assertThat(pending.put(kind, actor.persons()))
                .as("1: one pending request for %s", kind)
                .isNull();
    }

    private void answer(String kind, Actor actor) {
        var by = pending.remove(kind);
        assertThat(by).as("a request for %s is answered", kind).isNotNull();
        isApart(actor, by == null ? Set.of() : by, "3: approver and requester");
    }

    private void clocks(CaseEvent event) {
        for (var clock : startedBy(event)) {
            assertThat(clock.profile()).as("9: the profile is named").isEqualTo("elapsed-hours@1");
            assertThat(clock.round())
                    .as("6: round of %s", clock.stage())
                    .isEqualTo(started.getOrDefault(clock.stage(), 0) + 1);
            started.put(clock.stage(), clock.round());
        }
        for (var outcome : stoppedBy(event)) {
            assertThat(stopped.add(outcome.stage() + " " + outcome.round()))
                    .as("6: %s of round %d stops once", outcome.stage(), outcome.round())
                    .isTrue();
            assertThat(outcome.round()).isLessThanOrEqualTo(started.getOrDefault(outcome.stage(), 0));
            assertThat(outcome.onTime()).isEqualTo(!outcome.finishedAt().isAfter(outcome.deadline()));
        }
    }

    private static List<StageClock> startedBy(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ReportRegistered e -> List.of(e.accept());
            case CaseEvent.VerificationRequested e -> List.of(e.verify());
            case CaseEvent.CaseFiled e -> List.of(e.dispatch());
            case CaseEvent.CaseUnmerged e -> List.of(e.accept());
            case CaseEvent.CaseDispatched e -> List.of(e.handle());
            case CaseEvent.AssignmentReturned e -> List.of(e.dispatch());
            case CaseEvent.CaseReturnedToIntake e -> List.of(e.accept());
            case CaseEvent.FeedbackSubmitted e -> List.of(e.close());
            case CaseEvent.ReworkOrdered e -> List.of(e.handle());
            case CaseEvent.CheckRequested e -> List.of(e.check());
            case CaseEvent.CaseReopened e -> List.of(e.handle());
            default -> List.of();
        };
    }

    private static List<StageOutcome> stoppedBy(CaseEvent event) {
        return switch (event) {
            case CaseEvent.VerificationSubmitted e -> List.of(e.verify());
            case CaseEvent.CaseFiled e -> List.of(e.accept());
            case CaseEvent.ReportRejected e -> List.of(e.accept());
            case CaseEvent.CaseDispatched e -> List.of(e.dispatch());
            case CaseEvent.FeedbackSubmitted e -> List.of(e.handle());
            case CaseEvent.CheckSubmitted e -> List.of(e.check());
            case CaseEvent.CaseClosed e -> closing(e.stages());
            case CaseEvent.CaseForceClosed e -> closing(e.stages());
            default -> List.of();
        };
    }

    /** The others have stopped before and are only told again. */
    private static List<StageOutcome> closing(List<StageOutcome> stages) {
        return stages.stream().filter(o -> o.stage() == Stage.CLOSE).toList();
    }

    private void counts(CaseEvent event, CaseState after) {
        switch (event) {
            case CaseEvent.AssignmentReturned e -> {
                assertThat(e.returns()).as("5: returns").isEqualTo(++returns);
                returned = true;
            }
            case CaseEvent.ReworkOrdered e ->
                assertThat(e.reworks()).as("5: reworks").isEqualTo(++reworks);
            case CaseEvent.CaseDispatched e -> returned = false;
            case CaseEvent.FeedbackSubmitted e -> notReturned();
            case CaseEvent.CaseClosed e -> notReturned();
            case CaseEvent.CaseForceClosed e -> notReturned();
            default -> {}
        }
        assertThat(after.handling().returns()).isEqualTo(returns);
        assertThat(after.handling().reworks()).isEqualTo(reworks);
    }

    private void notReturned() {
        assertThat(returned)
                .as("7: what was given back is dispatched again first")
                .isFalse();
    }
}
