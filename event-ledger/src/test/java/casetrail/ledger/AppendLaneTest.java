package casetrail.ledger;

import static casetrail.ledger.testing.TestEvents.append;
import static casetrail.ledger.testing.TestEvents.event;
import static casetrail.ledger.testing.TestEvents.id;
import static casetrail.ledger.testing.TestEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.testing.HeldLog;
import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AppendLaneTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase database = TestPostgres.database();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<PostgresLedger> opened = new ArrayList<>();

    @AfterEach
    void close() {
        threads.close();
        opened.forEach(PostgresLedger::close);
        database.close();
    }

    private PostgresLedger open(LaneBounds bounds) {
        var ledger = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT.withLane(bounds), now::get);
        opened.add(ledger);
        return ledger;
    }

    private static LaneBounds queueOf(int max) {
        var usual = LaneBounds.DEFAULT;
        return new LaneBounds(
                max,
                usual.batchEventsMax(),
                usual.batchBytesMax(),
                Duration.ofMillis(20),
                usual.outagePatience(),
                usual.statementPatience());
    }

    /** Appends one event to each of these streams, once the lane waits in the database with what came before. */
    private List<Future<Appended>> appendEach(PostgresLedger ledger, int from, int to) {
        var appends = new ArrayList<Future<Appended>>();
        for (int i = from; i < to; i++) {
            var stream = stream(i);
            appends.add(threads.submit(() -> ledger.append(append(stream, 0, 1))));
        }
        return appends;
    }

    private void untilTheLaneWaits() {
        await().until(() -> database.waiting() > 0);
    }

    @Test
    void who_waits_together_is_committed_together() throws Exception {
        var ledger = open(LaneBounds.DEFAULT);
        var all = new ArrayList<Future<Appended>>();
        try (var held = new HeldLog(database.admin())) {
            all.addAll(appendEach(ledger, 0, 1));
            untilTheLaneWaits();
            all.addAll(appendEach(ledger, 1, 40));
            await().until(() -> ledger.laneFigures().depth() == 39);
            held.letGo();
        }
        for (var append : all) {
            append.get();
        }
        assertThat(ledger.laneFigures().batches()).isEqualTo(2);
        assertThat(ledger.laneFigures().appends()).isEqualTo(40);
        assertThat(ledger.laneFigures().events()).isEqualTo(40);
        assertThat(ledger.laneFigures().commitNanos()).isPositive();
        assertThat(ledger.end()).isEqualTo(40);
    }

    @Test
    void a_second_append_of_a_stream_waits_for_the_first() throws Exception {
        var ledger = open(LaneBounds.DEFAULT);
        var all = new ArrayList<Future<Appended>>();
        try (var held = new HeldLog(database.admin())) {
            all.addAll(appendEach(ledger, 0, 1));
            untilTheLaneWaits();
            for (int sequence = 0; sequence < 3; sequence++) {
                int wanted = sequence;
                all.add(threads.submit(() -> ledger.append(append(stream("same"), wanted, 1))));
                await().until(() -> ledger.laneFigures().depth() == wanted + 1);
            }
            held.letGo();
        }
        for (var append : all) {
            append.get();
        }
        assertThat(ledger.lastSequence(stream("same"))).hasValue(2);
        assertThat(ledger.laneFigures().batches()).isEqualTo(4);
    }

    @Test
    void a_conflict_and_a_used_event_id_fail_only_the_append_at_fault() throws Exception {
        var ledger = open(LaneBounds.DEFAULT);
        var used = id();
        ledger.append(new Append(stream("first"), 0, List.of(event(used, "first"))));
        List<Future<Appended>> good;
        Future<Appended> conflict;
        Future<Appended> duplicate;
        try (var held = new HeldLog(database.admin())) {
            var blocking = appendEach(ledger, 0, 1);
            untilTheLaneWaits();
            good = appendEach(ledger, 1, 20);
            conflict = threads.submit(() -> ledger.append(append(stream("first"), 0, 1)));
            duplicate = threads.submit(() ->
                    ledger.append(new Append(stream("second"), 0, List.of(event("x"), event(used, "again")))));
            await().until(() -> ledger.laneFigures().depth() == 21);
            good.addAll(blocking);
            held.letGo();
        }
        assertThat(good).allSatisfy(append -> assertThat(append.get()).isNotNull());
        assertThatThrownBy(conflict::get).hasCauseInstanceOf(SequenceConflict.class);
        assertThatThrownBy(duplicate::get).hasCauseInstanceOf(DuplicateEventId.class);
        assertThat(ledger.end()).isEqualTo(21);
        assertThat(ledger.stream(stream("second"), 0, 10)).isEmpty();
    }

    @Test
    void a_full_queue_refuses_and_loses_nothing_of_what_it_took() throws Exception {
        var ledger = open(queueOf(4));
        var taken = new ArrayList<Future<Appended>>();
        try (var held = new HeldLog(database.admin())) {
            taken.addAll(appendEach(ledger, 0, 1));
            untilTheLaneWaits();
            taken.addAll(appendEach(ledger, 1, 5));
            await().until(() -> ledger.laneFigures().depth() == 4);
            assertThatThrownBy(() -> ledger.append(append(stream("late"), 0, 1)))
                    .isExactlyInstanceOf(LogUnavailable.class)
                    .hasMessage("the append lane is full");
            held.letGo();
        }
        assertThat(taken).allSatisfy(append -> assertThat(append.get()).isNotNull());
        assertThat(ledger.stream(stream("late"), 0, 1)).isEmpty();
        assertThat(ledger.laneFigures().outages()).isEqualTo(1);
    }

    @Test
    void closing_answers_all_who_wait_and_takes_no_more() throws Exception {
        var ledger = open(LaneBounds.DEFAULT);
        var taken = new ArrayList<Future<Appended>>();
        Future<?> closing;
        try (var held = new HeldLog(database.admin())) {
            taken.addAll(appendEach(ledger, 0, 1));
            untilTheLaneWaits();
            taken.addAll(appendEach(ledger, 1, 10));
            await().until(() -> ledger.laneFigures().depth() == 9);
            closing = threads.submit(ledger::close);
            held.letGo();
        }
        closing.get();
        assertThat(taken).allSatisfy(append -> assertThat(append.get()).isNotNull());
        assertThatThrownBy(() -> ledger.append(append(stream("late"), 0, 1)))
                .isExactlyInstanceOf(LogUnavailable.class)
                .hasMessage("the append lane is closed");
    }

    @Test
    void recorded_at_stands_still_while_the_clock_goes_back() {
        var ledger = open(LaneBounds.DEFAULT);
        ledger.append(append(stream(1), 0, 1));
        now.set(NOON.minusSeconds(3_600));
        ledger.append(append(stream(2), 0, 1));
        now.set(NOON.plusNanos(1_999));
        ledger.append(append(stream(3), 0, 1));
        assertThat(ledger.read(0, 10))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(NOON, NOON, NOON.plusNanos(1_000));
        assertThat(ledger.positionAt(NOON)).isZero();
        assertThat(ledger.positionAt(NOON.plusNanos(1))).isEqualTo(2);
    }

    @Test
    void whoever_is_interrupted_while_waiting_still_learns_what_became_of_the_append() throws Exception {
        var ledger = open(LaneBounds.DEFAULT);
        var interrupted = new AtomicReference<Boolean>();
        Future<Appended> append;
        try (var held = new HeldLog(database.admin())) {
            var waiter = new AtomicReference<Thread>();
            append = threads.submit(() -> {
                waiter.set(Thread.currentThread());
                var appended = ledger.append(append(stream(1), 0, 1));
                interrupted.set(Thread.interrupted());
                return appended;
            });
            untilTheLaneWaits();
            waiter.get().interrupt();
            held.letGo();
        }
        assertThat(append.get().firstPosition()).isZero();
        assertThat(interrupted).hasValue(true);
    }
}
