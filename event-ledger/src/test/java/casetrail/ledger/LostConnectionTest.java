package casetrail.ledger;

import static casetrail.ledger.testing.TestEvents.append;
import static casetrail.ledger.testing.TestEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.testing.BreakableWay;
import casetrail.ledger.testing.HeldLog;
import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to the connection, every append is answered, and what is answered is true. */
class LostConnectionTest {

    private static final String END_LANE = """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and application_name = 'casetrail append lane'
            """;

    /** Short where the database is to stay away, long where it is to come back even on a busy machine. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.database();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AppendLane> opened = new ArrayList<>();
    private BreakableWay way;
    private LogReads log;

    @BeforeEach
    void open() throws Exception {
        way = new BreakableWay(TestPostgres.port());
        log = new LogReads(database.serving().unpooled("test"));
    }

    /** Only this lane goes the way that breaks; what is in the log is read past it. */
    private AppendLane openLane(Duration outagePatience) {
        var usual = LaneBounds.DEFAULT;
        var bounds = new LaneBounds(
                usual.queueMax(),
                usual.batchEventsMax(),
                usual.batchBytesMax(),
                usual.enqueuePatience(),
                outagePatience,
                usual.statementPatience());
        var lane = new AppendLane(database.servingBy(way.port()), bounds, InstantSource.system(), end -> {});
        opened.add(lane);
        return lane;
    }

    @AfterEach
    void close() throws Exception {
        threads.close();
        opened.forEach(AppendLane::close);
        way.close();
        database.close();
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_and_answered_as_done() {
        var lane = openLane(LONG);
        lane.append(append(stream("before"), 0, 1));
        for (int round = 0; round < 5; round++) {
            way.loseNextAnswer();
            var appended = lane.append(append(stream(round), 0, 2));
            assertThat(appended.firstPosition()).isEqualTo(1 + 2L * round);
            assertThat(log.positionOf(stream(round), 0)).hasValue(appended.firstPosition());
        }
        assertThat(log.end()).isEqualTo(11);
        assertThat(lane.figures().reconnects()).isEqualTo(5);
        assertThat(lane.figures().batches()).isEqualTo(1);
    }

    @Test
    void a_batch_killed_in_the_database_is_sent_again_and_is_there_once() throws Exception {
        var lane = openLane(LONG);
        lane.append(append(stream("before"), 0, 1));
        var appends = new ArrayList<Future<Appended>>();
        try (var held = new HeldLog(database.admin())) {
            for (int i = 0; i < 10; i++) {
                var stream = stream(i);
                appends.add(threads.submit(() -> lane.append(append(stream, 0, 1))));
            }
            await().until(() -> database.waiting() > 0);
            assertThat(database.number(END_LANE)).isEqualTo(1);
            held.letGo();
        }
        assertThat(appends).allSatisfy(append -> assertThat(append.get()).isNotNull());
        assertThat(log.end()).isEqualTo(11);
    }

    @Test
    void what_was_never_sent_is_answered_as_not_done() {
        var lane = openLane(SHORT);
        way.shut();
        assertThatThrownBy(() -> {
                    lane.append(append(stream(1), 0, 1));
                    // The first may have been under way when the connection ended; then its fate is unknown, not this
                    // one's.
                    lane.append(append(stream(1), 0, 1));
                })
                .isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> lane.append(append(stream(2), 0, 1)))
                .isExactlyInstanceOf(LogUnavailable.class)
                .hasMessageStartingWith("the log cannot be reached");
        way.reopen();
        assertThat(lane.append(append(stream(3), 0, 1)).firstPosition()).isZero();
    }

    @Test
    void what_was_sent_and_cannot_be_asked_for_is_answered_as_unknown() throws Exception {
        var lane = openLane(SHORT);
        Future<Appended> append;
        try (var held = new HeldLog(database.admin())) {
            append = threads.submit(() -> lane.append(append(stream(1), 0, 1)));
            await().until(() -> database.waiting() > 0);
            way.shut();
            assertThatThrownBy(append::get).hasCauseInstanceOf(OutcomeUnknown.class);
            held.letGo();
        }
        way.reopen();
        // The lane ends the server process it lost, before it goes on; so the log is either with or without the append
        // for good.
        lane.append(append(stream(2), 0, 1));
        assertThat(log.end()).isBetween(1L, 2L);
    }

    @Test
    void under_load_with_the_lane_killed_again_and_again_every_answer_is_true() throws Exception {
        var lane = openLane(LONG);
        var answers = new ConcurrentHashMap<StreamId, String>();
        var running = new AtomicInteger(16);
        var writers = new ArrayList<Future<Integer>>();
        for (int writer = 0; writer < 16; writer++) {
            int number = writer;
            writers.add(threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    var stream = stream(number + "." + i);
                    answers.put(stream, outcome(lane, stream));
                }
                return running.decrementAndGet();
            }));
        }
        long kills = 0;
        while (running.get() > 0) {
            int answered = answers.size();
            await().atMost(LONG.multipliedBy(2)).until(() -> running.get() == 0 || answers.size() > answered);
            kills += database.number(END_LANE);
            if (kills % 3 == 0) {
                way.loseNextAnswer();
            }
        }
        for (var writer : writers) {
            writer.get();
        }
        assertThat(kills).isPositive();
        assertThat(answers).hasSize(16 * 20);
        var stored = log.read(0, 10_000);
        assertThat(stored)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.range(0, stored.size()).boxed().toList());
        Map<StreamId, Long> times =
                stored.stream().collect(Collectors.groupingBy(StoredEvent::stream, Collectors.counting()));
        answers.forEach((stream, answer) -> {
            long found = times.getOrDefault(stream, 0L);
            switch (answer) {
                case "done" ->
                    assertThat(found).as("%s, answered as done", stream).isEqualTo(2);
                case "unknown" ->
                    assertThat(found).as("%s, answered as unknown", stream).isIn(0L, 2L);
                default ->
                    assertThat(found).as("%s, answered as not done", stream).isZero();
            }
        });
        assertThat(answers.values()).contains("done");
    }

    private static String outcome(AppendLane lane, StreamId stream) {
        try {
            lane.append(append(stream, 0, 2));
            return "done";
        } catch (OutcomeUnknown e) {
            return "unknown";
        } catch (LogUnavailable e) {
            return "not done";
        }
    }
}
