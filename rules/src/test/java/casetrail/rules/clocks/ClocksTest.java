package casetrail.rules.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private static final ClockProfile PROFILE = ElapsedHours.PROFILE;
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-20T23:30:00Z");

    @Test
    void a_clock_names_the_profile_and_the_calendar_that_gave_it() {
        var clock = Clocks.start(PROFILE, Stage.ACCEPT, 1, FRIDAY_NIGHT);
        assertThat(clock)
                .isEqualTo(new StageClock(
                        Stage.ACCEPT,
                        1,
                        new Limit(15, LimitUnit.MINUTE),
                        FRIDAY_NIGHT,
                        Instant.parse("2026-11-20T23:45:00Z"),
                        "elapsed-hours@1",
                        "none"));
    }

    @Test
    void every_stage_has_its_limit() {
        var hours = new EnumMap<Stage, Long>(Stage.class);
        for (var stage : Stage.values()) {
            hours.put(stage, PROFILE.seconds(PROFILE.limit(stage)) / 60);
        }
        assertThat(hours)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Stage.ACCEPT, 15L,
                        Stage.VERIFY, 30L,
                        Stage.DISPATCH, 15L,
                        Stage.CHECK, 30L,
                        Stage.HANDLE, 72L * 60,
                        Stage.CLOSE, 24L * 60));
    }

    @Test
    void urgent_hours_run_through_the_night() {
        assertThat(PROFILE.deadline(FRIDAY_NIGHT, new Limit(3, LimitUnit.URGENT_HOUR)))
                .isEqualTo("2026-11-21T02:30:00Z");
    }

    @Test
    void every_unit_is_counted_as_elapsed_time() {
        var minutes = new EnumMap<LimitUnit, Long>(LimitUnit.class);
        for (var unit : LimitUnit.values()) {
            minutes.put(unit, PROFILE.seconds(new Limit(2, unit)) / 60);
        }
        assertThat(minutes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LimitUnit.MINUTE, 2L,
                        LimitUnit.WORKING_HOUR, 120L,
                        LimitUnit.URGENT_HOUR, 120L,
                        LimitUnit.WORKING_DAY, 2_880L,
                        LimitUnit.URGENT_DAY, 2_880L,
                        LimitUnit.CALENDAR_DAY, 2_880L));
    }

    @Test
    void finishing_at_the_deadline_is_on_time_and_a_microsecond_later_is_not() {
        var clock = Clocks.start(PROFILE, Stage.HANDLE, 2, FRIDAY_NIGHT);
        assertThat(Clocks.finish(clock, clock.deadline()).onTime()).isTrue();
        assertThat(Clocks.isOverdue(clock, clock.deadline())).isFalse();
        var late = Clocks.finish(clock, clock.deadline().plusNanos(1_000));
        assertThat(late.onTime()).isFalse();
        assertThat(late.round()).isEqualTo(2);
    }

    @Test
    void a_resumed_clock_has_exactly_the_seconds_that_were_left() {
        var clock = Clocks.start(PROFILE, Stage.HANDLE, 1, new Limit(10, LimitUnit.URGENT_HOUR), FRIDAY_NIGHT);
        long left = Clocks.pause(PROFILE, clock, FRIDAY_NIGHT.plusSeconds(3_600));
        assertThat(left).isEqualTo(9 * 3_600);
        var monday = Instant.parse("2026-11-23T08:00:00Z");
        var resumed = Clocks.resume(PROFILE, clock, left, monday);
        assertThat(resumed.deadline()).isEqualTo("2026-11-23T17:00:00Z");
        assertThat(resumed.startedAt()).isEqualTo(monday);
        assertThat(resumed.limit()).isEqualTo(clock.limit());
    }

    @Test
    void an_overdue_clock_stays_overdue_by_as_much_through_a_pause() {
        var clock = Clocks.start(PROFILE, Stage.HANDLE, 1, new Limit(1, LimitUnit.URGENT_HOUR), FRIDAY_NIGHT);
        long left = Clocks.pause(PROFILE, clock, FRIDAY_NIGHT.plusSeconds(5_400));
        assertThat(left).isEqualTo(-1_800);
        var later = FRIDAY_NIGHT.plusSeconds(1_000_000);
        assertThat(Clocks.resume(PROFILE, clock, left, later).deadline()).isEqualTo(later.minusSeconds(1_800));
    }

    @Test
    void a_fraction_of_a_second_is_never_rounded_up_to_time_that_was_not_left() {
        var clock = Clocks.start(PROFILE, Stage.HANDLE, 1, new Limit(1, LimitUnit.MINUTE), FRIDAY_NIGHT);
        assertThat(Clocks.pause(PROFILE, clock, FRIDAY_NIGHT.plusMillis(59_001)))
                .isZero();
        assertThat(Clocks.pause(PROFILE, clock, FRIDAY_NIGHT.plusMillis(60_001)))
                .isEqualTo(-1);
    }

    @Test
    void an_extension_adds_to_what_is_left_and_keeps_the_start() {
        var clock = Clocks.start(PROFILE, Stage.HANDLE, 1, new Limit(10, LimitUnit.URGENT_HOUR), FRIDAY_NIGHT);
        var extended =
                Clocks.extend(PROFILE, clock, new Limit(4, LimitUnit.URGENT_HOUR), FRIDAY_NIGHT.plusSeconds(3_600));
        assertThat(extended.deadline()).isEqualTo(clock.deadline().plusSeconds(4 * 3_600));
        assertThat(extended.startedAt()).isEqualTo(clock.startedAt());
    }

    @Test
    void however_often_a_clock_is_paused_it_neither_gains_nor_loses_time() {
        long seed = 20_261_123;
        var random = new Random(seed);
        for (int run = 0; run < 1_000; run++) {
            var units = LimitUnit.values();
            var limit = new Limit(1 + random.nextInt(500), units[random.nextInt(units.length)]);
            var clock = Clocks.start(PROFILE, Stage.HANDLE, 1, limit, FRIDAY_NIGHT);
            var now = FRIDAY_NIGHT;
            long ran = 0;
            for (int pauses = random.nextInt(8); pauses > 0; pauses--) {
                long running = random.nextInt(1_000_000);
                now = now.plusSeconds(running);
                ran += running;
                long left = Clocks.pause(PROFILE, clock, now);
                now = now.plusSeconds(random.nextInt(1_000_000));
                clock = Clocks.resume(PROFILE, clock, left, now);
            }
            assertThat(Clocks.pause(PROFILE, clock, now))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(PROFILE.seconds(limit) - ran);
        }
    }
}
