package casetrail.query.handling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.query.Samples;
import casetrail.query.casefile.Abridged;
import casetrail.query.casefile.CaseFile;
import casetrail.query.handling.Stint.End;
import casetrail.views.Value;
import casetrail.views.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseHandlingTest {

    private static final View<CaseHandling> HANDLING = HandlingHistory.HANDLING;
    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int HISTORIES = FULL ? 5_000 : 200;
    private static final int EVENTS = 60;
    private static final UnitCode ROADS =
            Samples.of(CaseEvent.CaseDispatched.class).unit();

    @Test
    void a_stint_tells_when_a_unit_had_the_case_and_how_its_rounds_ended() {
        var handling = fold(
                CaseEvent.CaseDispatched.class,
                CaseEvent.AssignmentAccepted.class,
                CaseEvent.ExtensionApproved.class,
                CaseEvent.SuspensionApproved.class,
                CaseEvent.SuspensionEnded.class,
                CaseEvent.FeedbackSubmitted.class,
                CaseEvent.ReworkOrdered.class,
                CaseEvent.SupervisionIssued.class,
                CaseEvent.CaseClosed.class);

        assertThat(handling.stints()).hasSize(1);
        var stint = handling.stints().getFirst();
        assertThat(stint.unit()).isEqualTo(ROADS);
        assertThat(stint.beganAt()).isEqualTo(recordedAt(1));
        assertThat(stint.acceptedAt()).isEqualTo(recordedAt(2));
        assertThat(stint.suspensions())
                .containsExactly(new Stint.Span(
                        Samples.of(CaseEvent.SuspensionApproved.class).category(),
                        recordedAt(4),
                        Samples.of(CaseEvent.SuspensionApproved.class).until(),
                        recordedAt(5)));
        assertThat(stint.rounds()).hasSize(2);
        var outcome = Samples.of(CaseEvent.FeedbackSubmitted.class).handle();
        assertThat(stint.rounds().getFirst().deadline()).isEqualTo(outcome.deadline());
        assertThat(stint.rounds().getFirst().onTime()).isEqualTo(outcome.onTime());
        assertThat(stint.extensions()).isEqualTo(1);
        assertThat(stint.supervisions()).isEqualTo(1);
        assertThat(stint.end()).isEqualTo(End.CLOSED);
        assertThat(stint.endedAt()).isEqualTo(recordedAt(9));
    }

    @Test
    void a_return_ends_a_stint_and_a_dispatch_begins_another() {
        var handling = fold(
                CaseEvent.CaseDispatched.class,
                CaseEvent.AssignmentReturned.class,
                CaseEvent.SupervisionIssued.class,
                CaseEvent.CaseDispatched.class,
                CaseEvent.CaseForceClosed.class,
                CaseEvent.CaseReopened.class);

        assertThat(handling.stints()).extracting(Stint::end).containsExactly(End.RETURNED, End.FORCE_CLOSED, null);
        assertThat(handling.stints()).extracting(Stint::supervisions).containsOnly(0);
        assertThat(handling.stints().getLast().reopened()).isTrue();
    }

    @Test
    void what_units_did_is_one_term_for_each_time() {
        var handling = fold(
                CaseEvent.CaseDispatched.class,
                CaseEvent.AssignmentReturned.class,
                CaseEvent.CaseDispatched.class,
                CaseEvent.AssignmentReturned.class);

        assertThat(Deed.terms(handling))
                .containsExactly("stints U-ROADS 1", "stints U-ROADS 2", "returns U-ROADS 1", "returns U-ROADS 2");
        assertThat(Deed.Term.of("late-feedbacks U-ROADS 3"))
                .isEqualTo(new Deed.Term(Deed.LATE_FEEDBACKS, new UnitCode("U-ROADS")));
    }

    @Test
    void acts_of_residents_and_of_the_system_are_not_kept() {
        var resident = new Actor(new PersonId("person-resident"), Role.CITIZEN, null, null);
        var clerk = new Actor(new PersonId("person-clerk"), Role.ACCEPTOR, null, null);
        var handling =
                CaseHandling.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class), resident));
        handling = CaseHandling.after(
                handling, Samples.recorded(1, Samples.of(CaseEvent.ChildLinked.class), Actor.SYSTEM));
        handling = CaseHandling.after(handling, Samples.recorded(2, Samples.of(CaseEvent.CaseFiled.class), clerk));

        assertThat(handling.acts()).extracting(Act::person).containsExactly(clerk.person());
        assertThat(handling.acts().getFirst().event()).isEqualTo("case.filed");
        var document = HANDLING.document(handling.file().id().stream(), 2, handling);
        assertThat(document.values().get(HandlingHistory.STAFF)).isEqualTo(Value.Terms.of(List.of("person-clerk")));
    }

    @Test
    void only_so_many_acts_are_kept_and_it_is_said_how_many_are_not() {
        var handling = CaseHandling.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
        for (int i = 1; i <= CaseHandling.ACTS_MAX + 9; i++) {
            handling = CaseHandling.after(handling, Samples.recorded(i, Samples.of(CaseEvent.ProgressRecorded.class)));
        }

        assertThat(handling.acts()).hasSize(CaseHandling.ACTS_MAX);
        assertThat(handling.leftOut()).isEqualTo(10);
        assertThat(handling.acts().getLast().sequence()).isEqualTo(CaseHandling.ACTS_MAX + 9);
    }

    @Test
    void random_histories_fold_on_from_what_is_kept_as_from_the_beginning() {
        long seed = Long.getLong("casetrail.seed", 20_261_123);
        var random = new Random(seed);
        var kinds = Samples.all();
        long bytes = 0;
        for (int h = 0; h < HISTORIES; h++) {
            var events = new ArrayList<Recorded<CaseEvent>>();
            events.add(Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
            for (int i = 1; i < EVENTS; i++) {
                events.add(Samples.recorded(i, kinds.get(random.nextInt(kinds.size()))));
            }
            @Nullable CaseHandling whole = null;
            @Nullable CaseHandling kept = null;
            @Nullable CaseFile file = null;
            for (var event : events) {
                whole = CaseHandling.after(whole, event);
                kept = HANDLING.form().read(HANDLING.form().write(CaseHandling.after(kept, event)));
                file = CaseFile.after(file, event);
                holds(whole, file);
            }
            var json = HANDLING.form().write(Objects.requireNonNull(whole));
            assertThat(new String(HANDLING.form().write(Objects.requireNonNull(kept)), UTF_8))
                    .as("history %d, seed %d", h, seed)
                    .isEqualTo(new String(json, UTF_8));
            bytes += json.length;
        }
        System.err.printf(
                "CaseHandlingTest: %,d histories of %d events (%s size), %,d bytes each on average, seed %d%n",
                HISTORIES, EVENTS, FULL ? "full" : "small", bytes / HISTORIES, seed);
    }

    /** What both views say of a case must not differ. */
    private static void holds(CaseHandling handling, CaseFile file) {
        assertThat(handling.file()).isEqualTo(Abridged.withoutClocks(file));
        assertThat(handling.stints().stream().mapToInt(Stint::supervisions).sum())
                .isLessThanOrEqualTo(file.counters().supervisions());
        assertThat(handling.stints().stream().mapToInt(Stint::extensions).sum())
                .isLessThanOrEqualTo(file.counters().extensions());
    }

    @SafeVarargs
    private static CaseHandling fold(Class<? extends CaseEvent>... kinds) {
        var handling = CaseHandling.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
        for (int i = 0; i < kinds.length; i++) {
            handling = CaseHandling.after(handling, Samples.recorded(i + 1, Samples.of(kinds[i])));
        }
        return handling;
    }

    private static Instant recordedAt(long sequence) {
        return Samples.NOON.plusSeconds(60 * sequence + 1);
    }
}
