package casetrail.ledger.testing;

import static casetrail.ledger.testing.TestEvents.append;
import static casetrail.ledger.testing.TestEvents.bytes;
import static casetrail.ledger.testing.TestEvents.event;
import static casetrail.ledger.testing.TestEvents.id;
import static casetrail.ledger.testing.TestEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.Append;
import casetrail.ledger.Appended;
import casetrail.ledger.Ledger;
import casetrail.ledger.NewEvent;
import casetrail.ledger.SequenceConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every engine of the log promises. A suite extends it and says where an empty log comes from. */
public abstract class EventLogContract {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** A log without events; closed by the suite. */
    protected abstract Ledger emptyLog();

    @Test
    void a_new_log_ends_at_zero_and_holds_nothing() {
        var log = emptyLog();
        assertThat(log.end()).isZero();
        assertThat(log.read(0, 10)).isEmpty();
        assertThat(log.stream(stream(1), 0, 10)).isEmpty();
        assertThat(log.positionOf(stream(1), 0)).isEmpty();
        assertThat(log.lastSequence(stream(1))).isEmpty();
        assertThat(log.positionAt(Instant.EPOCH)).isZero();
        // Without this an engine that answers nothing would pass.
        assertThat(log.append(append(stream(1), 0, 1)).firstPosition()).isZero();
    }

    @Test
    void positions_start_at_zero_and_have_no_gaps() {
        var log = emptyLog();
        var first = log.append(append(stream("a"), 0, 3));
        var second = log.append(append(stream("b"), 0, 2));
        assertThat(first.firstPosition()).isZero();
        assertThat(first.lastPosition()).isEqualTo(2);
        assertThat(first.lastSequence()).isEqualTo(2);
        assertThat(second.firstPosition()).isEqualTo(3);
        assertThat(log.end()).isEqualTo(5);
        assertThat(log.read(0, 100)).extracting(StoredEvent::position).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void an_event_comes_back_exactly_as_it_was_given() {
        var log = emptyLog();
        var payload = new byte[256];
        IntStream.range(0, 256).forEach(i -> payload[i] = (byte) i);
        // Spaces, a repeated key, an escape and a character outside the basic plane: nothing may be parsed and written
        // anew.
        var envelope = bytes("{ \"b\" :1,\"a\":\"\\u6cb3 \ud83d\ude00 河\",\"b\":1.0 }");
        var id = id();
        var appended = log.append(
                new Append(stream("bytes"), 0, List.of(new NewEvent(id, "case.tested", 3, envelope, payload))));
        var stored = log.read(0, 1).getFirst();
        assertThat(stored.envelope()).isEqualTo(envelope);
        assertThat(stored.payload()).isEqualTo(payload);
        assertThat(stored.eventId()).isEqualTo(id);
        assertThat(stored.name()).isEqualTo("case.tested");
        assertThat(stored.revision()).isEqualTo(3);
        assertThat(stored.stream()).isEqualTo(stream("bytes"));
        assertThat(stored.sequence()).isZero();
        assertThat(stored.recordedAt()).isEqualTo(appended.recordedAt());
        assertThat(log.stream(stream("bytes"), 0, 1).getFirst().payload()).isEqualTo(payload);
    }

    @Test
    void reading_goes_on_from_a_position_and_is_empty_only_at_the_end() {
        var log = emptyLog();
        IntStream.range(0, 7).forEach(i -> log.append(append(stream(i), 0, 10)));
        assertThat(log.read(33, 5)).extracting(StoredEvent::position).containsExactly(33L, 34L, 35L, 36L, 37L);
        assertThat(log.read(69, 5)).extracting(StoredEvent::position).containsExactly(69L);
        assertThat(log.read(70, 5)).isEmpty();
        assertThat(log.read(7_000, 5)).isEmpty();
        assertThat(walk(log))
                .containsExactlyElementsOf(LongStream.range(0, 70).boxed().toList());
    }

    private static List<Long> walk(EventLog log) {
        var positions = new ArrayList<Long>();
        for (var page = log.read(0, EventLog.PAGE_MAX);
                !page.isEmpty();
                page = log.read(positions.size(), EventLog.PAGE_MAX)) {
            page.forEach(event -> positions.add(event.position()));
        }
        return positions;
    }

    @Test
    void rare_events_are_found_wherever_they_lie_and_nothing_else() {
        var log = emptyLog();
        IntStream.range(0, 4).forEach(i -> {
            log.append(append(stream(i), 0, 20));
            log.append(new Append(
                    new StreamId("person-" + i),
                    0,
                    List.of(new NewEvent(id(), "person.tested", 1, bytes("{}"), bytes("{}")))));
        });
        // Whose name begins alike is of another family.
        log.append(append(new StreamId("personal-1"), 0, 1));
        assertThat(positions(from -> log.readFamily("person", from, 3))).containsExactly(20L, 41L, 62L, 83L);
        assertThat(positions(from -> log.readNamed(Set.of("person.tested", "never.heard"), from, 1)))
                .containsExactly(20L, 41L, 62L, 83L);
        assertThat(log.readFamily("person", 84, 10)).isEmpty();
        assertThat(log.readFamily("person", 1_000, 10)).isEmpty();
        assertThat(log.readNamed(Set.of("never.heard"), 0, 10)).isEmpty();
    }

    /** As a reader goes on: from behind the last event that it was given, until it is given none. */
    private static List<Long> positions(LongFunction<List<StoredEvent>> read) {
        var positions = new ArrayList<Long>();
        for (var page = read.apply(0); !page.isEmpty(); page = read.apply(positions.getLast() + 1)) {
            page.forEach(event -> positions.add(event.position()));
        }
        return positions;
    }

    @Test
    void a_stream_gives_its_own_events_in_order() {
        var log = emptyLog();
        log.append(append(stream("a"), 0, 2));
        log.append(append(stream("b"), 0, 5));
        log.append(append(stream("a"), 2, 3));
        assertThat(log.stream(stream("a"), 0, 100))
                .extracting(StoredEvent::sequence)
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(log.stream(stream("a"), 1, 2))
                .extracting(StoredEvent::position)
                .containsExactly(1L, 7L);
        assertThat(log.stream(stream("a"), 5, 100)).isEmpty();
        assertThat(log.lastSequence(stream("a"))).hasValue(4);
        assertThat(log.positionOf(stream("a"), 2)).hasValue(7);
        assertThat(log.positionOf(stream("a"), 5)).isEmpty();
    }

    @Test
    void a_sequence_that_does_not_fit_refuses_that_append_alone_and_wholly() {
        var log = emptyLog();
        log.append(append(stream("a"), 0, 2));
        for (long wrong : new long[] {0, 1, 3}) {
            assertThatThrownBy(() -> log.append(append(stream("a"), wrong, 2)))
                    .isInstanceOfSatisfying(SequenceConflict.class, conflict -> {
                        assertThat(conflict.stream()).isEqualTo(stream("a"));
                        assertThat(conflict.firstSequence()).isEqualTo(wrong);
                    });
        }
        assertThatThrownBy(() -> log.append(append(stream("new"), 1, 1))).isInstanceOf(SequenceConflict.class);
        assertThat(log.end()).isEqualTo(2);
        assertThat(log.append(append(stream("a"), 2, 1)).firstPosition()).isEqualTo(2);
    }

    @Test
    void of_many_who_want_the_same_sequence_exactly_one_gets_it() throws Exception {
        var log = emptyLog();
        int rivals = 16;
        for (long sequence = 0; sequence < 5; sequence++) {
            long wanted = sequence;
            assertThat(outcomes(rivals, () -> log.append(append(stream("race"), wanted, 1))))
                    .as("winners of sequence %d", sequence)
                    .containsOnlyOnce(true);
        }
        assertThat(log.end()).isEqualTo(5);
    }

    /** Whether each of them went through; another failure than a conflict fails the test. */
    private static List<Boolean> outcomes(int rivals, Callable<Appended> attempt) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(rivals)) {
            var outcomes = new ArrayList<Boolean>();
            for (var attempted : threads.invokeAll(Collections.nCopies(rivals, attempt))) {
                boolean won = attempted.state() == Future.State.SUCCESS;
                if (!won) {
                    assertThat(attempted.exceptionNow()).isInstanceOf(SequenceConflict.class);
                }
                outcomes.add(won);
            }
            return outcomes;
        }
    }

    @Test
    void recorded_at_never_decreases_and_is_found_again() {
        var log = emptyLog();
        IntStream.range(0, 20).forEach(i -> log.append(append(stream(i), 0, 2)));
        var moments = log.read(0, 100).stream().map(StoredEvent::recordedAt).toList();
        assertThat(moments).hasSize(40).isSortedAccordingTo(Comparator.naturalOrder());
        for (var moment : moments) {
            assertThat(log.positionAt(moment)).isEqualTo(moments.indexOf(moment));
        }
        assertThat(log.positionAt(moments.getLast().plusSeconds(1))).isEqualTo(40);
        assertThat(log.positionAt(Instant.EPOCH)).isZero();
    }

    @Test
    void a_reader_waits_until_the_log_is_longer_and_no_longer_than_it_said() throws Exception {
        var log = emptyLog();
        assertThat(log.awaitBeyond(0, Duration.ofMillis(1))).isFalse();
        log.append(append(stream("a"), 0, 3));
        assertThat(log.awaitBeyond(2, SOON)).isTrue();
        assertThat(log.awaitBeyond(3, Duration.ofMillis(1))).isFalse();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var waiting = threads.submit(() -> log.awaitBeyond(3, SOON));
            log.append(append(stream("a"), 3, 1));
            assertThat(waiting.get()).isTrue();
        }
        assertThat(log.read(3, 1)).hasSize(1);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        var log = emptyLog();
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(0, EventLog.PAGE_MAX + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> log.stream(stream(1), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> log.stream(stream(1), -1, 1));
    }

    @Test
    void a_large_event_is_kept_whole() {
        var log = emptyLog();
        var payload = new byte[1 << 20];
        IntStream.range(0, payload.length).forEach(i -> payload[i] = (byte) ((i * 31) >> 3));
        log.append(new Append(
                stream("large"),
                0,
                List.of(event("before"), new NewEvent(id(), "case.tested", 1, bytes("{}"), payload))));
        assertThat(log.read(1, 1).getFirst().payload()).isEqualTo(payload);
    }
}
