package casetrail.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.StreamId;
import casetrail.events.log.LogUnavailable;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import casetrail.events.people.PersonEvent.PersonRegistered;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.events.wire.UnknownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveFoldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final StreamId NUMBERS = new StreamId("numbers-2026");

    private final InMemoryEventLog log = new InMemoryEventLog();

    @Test
    void what_is_in_the_log_already_and_what_comes_later_is_counted_in() {
        log.append(registered(1));
        try (var fold = counting()) {
            assertThat(fold.catchUp(PATIENCE)).isTrue();
            assertThat(fold.value()).isEqualTo(1);
            long position = log.append(registered(2));
            assertThat(fold.awaitPosition(position, PATIENCE)).isTrue();
            assertThat(fold.seen()).isEqualTo(new LiveFold.Seen<>(2, 2));
        }
    }

    @Test
    void events_of_other_families_move_the_position_and_not_the_value() {
        try (var fold = counting()) {
            long position = log.append(NUMBERS, new NumberBlockTaken(2026, 0, 99));
            assertThat(fold.awaitPosition(position, PATIENCE)).isTrue();
            assertThat(fold.seen()).isEqualTo(new LiveFold.Seen<>(0, 1));
        }
    }

    @Test
    void more_than_a_page_of_events_is_counted_in() {
        int many = LiveFold.PAGE * 2 + 1;
        for (int i = 0; i < many; i++) {
            log.append(new StreamId("person-" + i % 3), registered(i));
        }
        try (var fold = counting()) {
            assertThat(fold.catchUp(PATIENCE)).isTrue();
            assertThat(fold.value()).isEqualTo(many);
        }
    }

    @Test
    void a_position_that_does_not_come_is_not_waited_for_longer_than_said() {
        try (var fold = counting()) {
            assertThat(fold.awaitPosition(0, Duration.ofMillis(50))).isFalse();
        }
    }

    @Test
    void an_event_that_this_version_does_not_know_stops_it_and_every_question_is_refused() {
        log.append(registered(1));
        log.append(new StreamId("person-1"), "person.promoted", 1, "{}".getBytes(StandardCharsets.UTF_8));
        log.append(registered(2));
        try (var fold = counting()) {
            assertThatThrownBy(() -> fold.awaitPosition(2, PATIENCE))
                    .isInstanceOf(LogUnavailable.class)
                    .hasCauseInstanceOf(UnknownEvent.class);
            assertThatThrownBy(fold::value).isInstanceOf(LogUnavailable.class).hasMessageContaining("'person' stopped");
            assertThat(fold.stoppedBy()).isPresent();
        }
    }

    @Test
    void an_unknown_event_of_another_family_is_not_its_business() {
        long position =
                log.append(new StreamId("whistle-1"), "whistle.blown", 1, "{}".getBytes(StandardCharsets.UTF_8));
        try (var fold = counting()) {
            assertThat(fold.awaitPosition(position, PATIENCE)).isTrue();
            assertThat(fold.stoppedBy()).isEmpty();
        }
    }

    @Test
    void an_outage_keeps_the_value_and_is_outlived() {
        log.append(registered(1));
        try (var fold = counting()) {
            assertThat(fold.catchUp(PATIENCE)).isTrue();
            log.breakDown(true);
            assertThat(fold.value()).isEqualTo(1);
            log.breakDown(false);
            long position = log.append(registered(2));
            assertThat(fold.awaitPosition(position, PATIENCE)).isTrue();
            assertThat(fold.value()).isEqualTo(2);
        }
    }

    @Test
    void it_begins_where_it_is_told_with_the_value_it_is_given() {
        log.append(registered(1));
        log.append(registered(2));
        var later = new Followed<>("later", "person", 1, 10, (Integer n, Recorded<?> e) -> n + 1);
        try (var fold = LiveFold.follow(later, log, new StoredEvents(EventNames.CATALOGUE))) {
            assertThat(fold.catchUp(PATIENCE)).isTrue();
            assertThat(fold.value()).isEqualTo(11);
        }
    }

    private LiveFold<Integer> counting() {
        return LiveFold.follow(
                Followed.family("person", 0, (n, e) -> n + 1), log, new StoredEvents(EventNames.CATALOGUE));
    }

    private static PersonRegistered registered(int n) {
        return new PersonRegistered(new PersonId("person-" + n));
    }
}
