package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.CaseOverlays;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.CaseWalk;
import casetrail.command.cases.PendingRequests;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.query.casefile.CaseFile;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers are told of a case is what decisions are made by: both folds of random streams, compared after every event. */
class BothFoldsTest {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int ORDERS = FULL ? 500_000 : 20_000;
    private static final long SEED = Long.getLong("casetrail.seed", 20_261_123L);

    private final SoftAssertions softly = new SoftAssertions();
    private final Set<CaseStatus> seen = EnumSet.noneOf(CaseStatus.class);
    private int compared;

    @Test
    void both_sides_agree_about_a_case_after_every_event() {
        var walk = new CaseWalk(SEED);
        var story = walk.story();
        for (int i = 0; i < ORDERS; i++) {
            walk.step();
            if (!walk.story().equals(story)) {
                foldBoth(story.events());
                story = walk.story();
            }
        }
        System.err.printf(
                "BothFoldsTest: %,d orders (%s size), %,d events compared, seed %d%n",
                ORDERS, FULL ? "full" : "small", compared, SEED);
        assertThat(compared).isGreaterThan(ORDERS / 5);
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(CaseStatus.SELF_RESOLVED)));
    }

    private void foldBoth(List<Recorded<CaseEvent>> events) {
        var state = CaseState.NONE;
        @Nullable CaseFile file = null;
        for (var event : events) {
            state = CaseState.after(state, event);
            file = CaseFile.after(file, event);
            compare(state, file);
            assertThat(softly.errorsCollected())
                    .as("after %s, seed %d", event, SEED)
                    .isEmpty();
            seen.add(file.status());
            compared++;
        }
    }

    private void compare(CaseState state, CaseFile file) {
        softly.assertThat(file.status()).isEqualTo(state.status());
        softly.assertThat(file.trace().version()).isEqualTo(state.sequence());
        softly.assertThat(file.trace().people()).isEqualTo(state.people());
        intake(state, file);
        handling(state, file);
        requests(state.pending(), file);
        overlays(state.overlays(), file);
        clocks(state, file);
    }

    private void intake(CaseState state, CaseFile file) {
        var intake = Objects.requireNonNull(state.intake());
        softly.assertThat(file.number()).isEqualTo(intake.number());
        softly.assertThat(file.report().source()).isEqualTo(intake.source());
        softly.assertThat(file.report().classification()).isEqualTo(intake.classification());
        softly.assertThat(file.report().publicText()).isEqualTo(intake.publicText());
        softly.assertThat(file.report().location()).isEqualTo(intake.location());
        softly.assertThat(file.report().grid()).isEqualTo(intake.grid());
        softly.assertThat(file.report().assetId()).isEqualTo(intake.assetId());
        softly.assertThat(file.filing().verifier()).isEqualTo(intake.collector());
        softly.assertThat(file.filing().verdict()).isEqualTo(intake.verdict());
        var proposal = file.filing().proposal();
        if (proposal != null) {
            softly.assertThat(intake.proposers()).contains(proposal.by());
        }
    }

    private void handling(CaseState state, CaseFile file) {
        var of = state.handling();
        softly.assertThat(file.handling().unit()).isEqualTo(of.unit());
        softly.assertThat(file.handling().decidedUnit()).isEqualTo(of.decidedUnit());
        softly.assertThat(file.handling().handler()).isEqualTo(of.handler());
        softly.assertThat(file.handling().completed())
                .isEqualTo(!of.completedBy().isEmpty());
        softly.assertThat(file.handling().lastCheck()).isEqualTo(of.check());
        softly.assertThat(file.counters().returns()).isEqualTo(of.returns());
        softly.assertThat(file.counters().reworks()).isEqualTo(of.reworks());
        if (state.status() == CaseStatus.CHECKING) {
            softly.assertThat(file.handling().checker()).isEqualTo(of.checker());
        }
    }

    private void requests(PendingRequests pending, CaseFile file) {
        var extension = file.overlays().extension();
        var asked = pending.extension();
        one(extension == null ? null : extension.by(), asked == null ? Set.of() : asked.by());
        softly.assertThat(extension == null ? null : extension.wanted())
                .isEqualTo(asked == null ? null : asked.wanted());
        var wish = file.overlays().suspensionWish();
        var wanted = pending.suspension();
        one(wish == null ? null : wish.by(), wanted == null ? Set.of() : wanted.by());
        softly.assertThat(wish == null ? null : wish.until()).isEqualTo(wanted == null ? null : wanted.until());
        softly.assertThat(wish == null ? null : wish.category()).isEqualTo(wanted == null ? null : wanted.category());
        one(file.overlays().forceClosureRequestedBy(), pending.forceClosureBy());
        one(file.overlays().voidRequestedBy(), pending.voidBy());
        softly.assertThat(file.counters().extensions()).isEqualTo(pending.extensions());
        softly.assertThat(file.counters().suspensions()).isEqualTo(pending.suspensions());
    }

    /** Readers are told who asked; for separation, those on whose behalf it was done count too. */
    private void one(@Nullable PersonId told, Set<PersonId> behind) {
        if (told == null) {
            softly.assertThat(behind).isEmpty();
        } else {
            softly.assertThat(behind).contains(told);
        }
    }

    private void overlays(CaseOverlays of, CaseFile file) {
        var told = file.overlays();
        var supervision = told.supervision();
        softly.assertThat(supervision == null ? 0 : supervision.level()).isEqualTo(of.supervisionLevel());
        softly.assertThat(supervision != null && supervision.answered()).isEqualTo(of.supervisionAnswered());
        softly.assertThat(told.whistles()).containsExactlyInAnyOrderElementsOf(of.whistles());
        softly.assertThat(told.deliberations()).containsExactlyInAnyOrderElementsOf(of.deliberations());
        softly.assertThat(told.restricted() != null).isEqualTo(of.restricted());
        softly.assertThat(file.links().parent()).isEqualTo(of.parent());
        softly.assertThat(file.links().children()).containsExactlyInAnyOrderElementsOf(of.children());
        var waits = told.suspension();
        softly.assertThat(waits == null ? null : new CaseOverlays.Suspended(waits.statusBefore(), waits.until()))
                .isEqualTo(of.suspension());
        appeal(of.appeal(), file.appeal());
    }

    private void appeal(CaseOverlays.@Nullable Appeal of, CaseFile.@Nullable Appeal told) {
        softly.assertThat(told == null).isEqualTo(of == null);
        if (told != null && of != null) {
            softly.assertThat(of.filers()).contains(told.by());
            softly.assertThat(told.reviews()).hasSize(of.reviews());
            softly.assertThat(told.state() == CaseFile.AppealState.UNDER_REVIEW).isEqualTo(of.open());
        }
    }

    private void clocks(CaseState state, CaseFile file) {
        softly.assertThat(open(file, CaseFile.ClockState.RUNNING))
                .containsExactlyInAnyOrderElementsOf(
                        state.clocks().running().values().stream().map(Hand::of).collect(Collectors.toSet()));
        var paused = state.clocks().paused();
        softly.assertThat(open(file, CaseFile.ClockState.PAUSED))
                .isEqualTo(paused == null ? Set.of() : Set.of(Hand.of(paused.clock(), paused.remainingSeconds())));
        var late = file.clocks().values().stream()
                .anyMatch(c -> c.stage() == Stage.HANDLE && Boolean.FALSE.equals(c.onTime()));
        softly.assertThat(late).isEqualTo(state.clocks().handledLate());
        for (var outcome : state.clocks().outcomes().values()) {
            var told = Objects.requireNonNull(file.clocks().get(outcome.stage() + "-" + outcome.round()));
            softly.assertThat(told.onTime()).isEqualTo(outcome.onTime());
            softly.assertThat(told.deadline()).isEqualTo(outcome.deadline());
            softly.assertThat(told.endedAt()).isEqualTo(outcome.finishedAt());
        }
    }

    /** Where a clock that is not at its end stands. */
    private record Hand(
            Stage stage,
            int round,
            @Nullable Instant startedAt,
            Instant deadline,
            @Nullable Long remainingSeconds) {

        static Hand of(StageClock clock) {
            return new Hand(clock.stage(), clock.round(), clock.startedAt(), clock.deadline(), null);
        }

        static Hand of(StageClock clock, long remainingSeconds) {
            return new Hand(clock.stage(), clock.round(), clock.startedAt(), clock.deadline(), remainingSeconds);
        }
    }

    private static Set<Hand> open(CaseFile file, CaseFile.ClockState state) {
        return file.clocks().values().stream()
                .filter(c -> c.state() == state)
                .map(c -> new Hand(c.stage(), c.round(), c.startedAt(), c.deadline(), c.remainingSeconds()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
