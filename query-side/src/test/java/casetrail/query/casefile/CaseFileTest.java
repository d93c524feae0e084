package casetrail.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Stage;
import casetrail.events.cases.Transition;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFile.ClockState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseFileTest {

    @Test
    void a_report_opens_the_file() {
        var report = Samples.of(CaseEvent.ReportRegistered.class);

        var file = fold(report);

        assertThat(file.id()).isEqualTo(report.caseId());
        assertThat(file.status()).isEqualTo(CaseStatus.REPORTED);
        assertThat(file.report().text()).isEqualTo(report.text());
        assertThat(file.clocks().get("ACCEPT-1"))
                .extracting(CaseFile.Clock::state)
                .isEqualTo(ClockState.RUNNING);
        assertThat(file.evidence()).hasSize(report.evidence().size());
        assertThat(file.trace().version()).isZero();
    }

    @Test
    void a_stream_that_does_not_begin_with_a_report_is_a_defect() {
        var recorded = Samples.recorded(0, Samples.of(CaseEvent.CaseFiled.class));

        assertThatThrownBy(() -> CaseFile.after(null, recorded))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begins with CaseFiled");
    }

    static Stream<Transition> transitions() {
        return CaseTransitions.ALL.stream().filter(t -> t.target() instanceof Transition.Target.To);
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void the_events_of_a_transition_lead_where_the_table_says(Transition transition) {
        var events = new ArrayList<CaseEvent>();
        if (transition.events().getFirst() != CaseEvent.ReportRegistered.class) {
            events.add(Samples.of(CaseEvent.ReportRegistered.class));
        }
        transition.events().forEach(type -> events.add(Samples.of(type)));

        var file = fold(events.toArray(CaseEvent[]::new));

        assertThat(new Transition.Target.To(file.status())).isEqualTo(transition.target());
    }

    @Test
    void a_suspended_case_goes_back_to_what_it_was() {
        var file = fold(
                Samples.of(CaseEvent.ReportRegistered.class),
                Samples.of(CaseEvent.CaseDispatched.class),
                Samples.of(CaseEvent.SuspensionApproved.class),
                Samples.of(CaseEvent.ClockPaused.class));
        assertThat(file.status()).isEqualTo(CaseStatus.SUSPENDED);

        var resumed = CaseFile.after(file, Samples.recorded(4, Samples.of(CaseEvent.SuspensionEnded.class)));

        assertThat(resumed.status()).isEqualTo(CaseStatus.DISPATCHED);
        assertThat(resumed.overlays().suspension()).isNull();
    }

    @Test
    void a_returned_case_keeps_no_handling_clock_and_no_unit() {
        var dispatched = fold(Samples.of(CaseEvent.ReportRegistered.class), Samples.of(CaseEvent.CaseDispatched.class));
        assertThat(state(dispatched, Stage.HANDLE)).isEqualTo(ClockState.RUNNING);

        var returned = CaseFile.after(dispatched, Samples.recorded(2, Samples.of(CaseEvent.AssignmentReturned.class)));

        assertThat(state(returned, Stage.HANDLE)).isEqualTo(ClockState.ABANDONED);
        assertThat(returned.handling().unit()).isNull();
        assertThat(returned.counters().returns()).isEqualTo(2);
    }

    @Test
    void everybody_who_acted_is_involved_but_never_the_system() {
        var substitute = new PersonId("person-substitute");
        var helped = new Actor(new PersonId("person-a"), Role.ACCEPTOR, null, substitute);
        var report = Samples.of(CaseEvent.ReportRegistered.class);

        var file = CaseFile.after(null, Samples.recorded(0, report, helped));
        file = CaseFile.after(file, Samples.recorded(1, Samples.of(CaseEvent.ChildLinked.class), Actor.SYSTEM));

        assertThat(file.trace().people()).containsExactlyInAnyOrder(helped.person(), substitute);
    }

    @Test
    void a_request_lapses_where_nobody_can_answer_it() {
        var report = Samples.of(CaseEvent.ReportRegistered.class);
        var dispatched = Samples.of(CaseEvent.CaseDispatched.class);
        var asked = fold(report, dispatched, Samples.of(CaseEvent.ExtensionRequested.class));
        assertThat(asked.overlays().extension()).isNotNull();

        var told = CaseFile.after(asked, Samples.recorded(3, Samples.of(CaseEvent.FeedbackSubmitted.class)));

        assertThat(told.overlays().extension()).isNull();
    }

    @Test
    void random_histories_fold_and_keep_the_invariants() {
        long seed = Long.getLong("casetrail.seed", 20261123);
        int histories = Boolean.getBoolean("casetrail.full") ? 5_000 : 200;
        System.out.printf("case file: %d histories of 60 events, seed %d%n", histories, seed);
        var random = new Random(seed);
        var kinds = Samples.all();
        for (int h = 0; h < histories; h++) {
            var file = fold(Samples.of(CaseEvent.ReportRegistered.class));
            for (int i = 1; i <= 60; i++) {
                var before = file;
                var event = kinds.get(random.nextInt(kinds.size()));
                file = CaseFile.after(before, Samples.recorded(i, event));
                holds(before, file, i);
            }
        }
    }

    private static void holds(CaseFile before, CaseFile after, long version) {
        assertThat(after.trace().version()).isEqualTo(version);
        assertThat(after.trace().firstRecordedAt()).isEqualTo(before.trace().firstRecordedAt());
        assertThat(after.counters().extensions())
                .isGreaterThanOrEqualTo(before.counters().extensions());
        assertThat(after.evidence()).startsWith(before.evidence().toArray(CaseFile.Exhibit[]::new));
        if (!after.status().isOpen() || after.status() == CaseStatus.SUSPENDED) {
            assertThat(after.clocks().values())
                    .filteredOn(
                            c -> c.stage() != Stage.HANDLE || !after.status().isOpen())
                    .extracting(CaseFile.Clock::state)
                    .doesNotContain(ClockState.RUNNING, ClockState.PAUSED);
        }
    }

    private static @Nullable ClockState state(CaseFile file, Stage stage) {
        var clock = file.clocks().get(stage + "-1");
        return clock == null ? null : clock.state();
    }

    static CaseFile fold(CaseEvent... events) {
        CaseFile file = null;
        List<Recorded<CaseEvent>> recorded = new ArrayList<>();
        for (var event : events) {
            recorded.add(Samples.recorded(recorded.size(), event));
        }
        for (var event : recorded) {
            file = CaseFile.after(file, event);
        }
        assertThat(file).isNotNull();
        return java.util.Objects.requireNonNull(file);
    }
}
