package casetrail.views.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.BreakableWay;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Field;
import casetrail.views.Index;
import casetrail.views.Shape;
import casetrail.views.Value;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Batch.Change;
import casetrail.views.store.Batch.Unparked;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** A feed whose connection ends at any step of a batch looks how far the store is, and goes on: every event counts once. */
class PostgresCrashTest {

    private static final int STREAMS = 5;
    private static final long START = 100;

    /** Segments, new documents, changed documents, unparked, parked and the commit, at the very least. */
    private static final int STEPS_AT_LEAST = 6;

    private static final Shape SHAPE =
            new Shape(new ViewName("crash-cases"), Map.of("count", Field.Kind.NUMBER), List.of(Index.on("count")));
    private static final ViewVersion VERSION = new ViewVersion(SHAPE.name(), 1);
    private static final StreamId BROKEN = new StreamId("case-broken");

    private TestPostgres.TestDatabase database;
    private BreakableWay way;
    private ViewStore store;
    private ViewTable table;
    private Cut cut = Cut.SERVER_SIDE_KILLED;
    private int stepsUntilCut;

    /** How a connection ends. */
    enum Cut {
        /** The server's side is killed; what it had not committed is undone. */
        SERVER_SIDE_KILLED,
        /** The server does what it was asked, but its answer does not arrive. */
        ANSWER_LOST
    }

    @BeforeEach
    void prepare() throws Exception {
        database = TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS));
        way = new BreakableWay(TestPostgres.port());
        var breaking = database.servingBy(way.port()).unpooled("crash");
        store = new PostgresViewStore(StepsSource.watched(breaking, this::step));
        store.create(VERSION, 1, SHAPE);
        table = store.table(VERSION, SHAPE);
        table.finish(START);
        table.segments().forEach(segment -> table.take(segment.number(), segment.epoch(), "feed"));
    }

    @AfterEach
    void close() throws Exception {
        way.close();
        database.close();
    }

    private void step(Connection connection, Object what, boolean before) throws SQLException {
        if (stepsUntilCut == 0 || (cut == Cut.ANSWER_LOST && !before)) {
            return;
        }
        stepsUntilCut--;
        if (stepsUntilCut == 0) {
            switch (cut) {
                case SERVER_SIDE_KILLED -> kill(connection);
                case ANSWER_LOST -> way.loseNextAnswer();
            }
        }
    }

    private void kill(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        assertThat(database.number("select pg_terminate_backend(%d, 10000)::int".formatted(pid)))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_cut_at_any_step_counts_once(Cut how) {
        cut = how;
        int round = 1;
        while (feed(round)) {
            round++;
        }
        assertThat(round).isGreaterThan(STEPS_AT_LEAST);
    }

    @ParameterizedTest
    @EnumSource
    void a_version_begun_finished_and_dropped_with_a_cut_at_any_step_is_so_when_tried_again(Cut how) {
        cut = how;
        int step = 0;
        boolean wasCut = true;
        while (wasCut) {
            step++;
            var version = new ViewVersion(SHAPE.name(), step + 1);
            var beside = store.table(version, SHAPE);
            wasCut = twice(step, () -> store.create(version, 1, SHAPE));
            assertThat(store.buildings()).contains(new Building(version, 1, Phase.BUILDING));
            beside.fill(List.of(counted(BROKEN, 1)));

            wasCut |= twice(step, () -> beside.finish(START));
            assertThat(store.buildings()).contains(new Building(version, 1, Phase.FOLLOWING));
            assertThat(beside.segments()).hasSize(Segment.COUNT).allMatch(s -> s.next() == START);
            assertThat(beside.count(Condition.everything())).isOne();

            wasCut |= twice(step, () -> store.drop(version));
            assertThat(store.buildings()).extracting(Building::version).containsExactly(VERSION);
        }
        assertThat(step).isGreaterThan(STEPS_AT_LEAST);
        assertThat(database.number("select count(*) from pg_tables where schemaname = 'casetrail_views' and tablename"
                        + " like 'crash%'"))
                .isOne();
    }

    /** Does it, cut at a step, and once more if it was an outage; says whether there was such a step. */
    private boolean twice(int step, Runnable what) {
        stepsUntilCut = step;
        boolean outage = false;
        try {
            what.run();
        } catch (ViewsUnavailable e) {
            outage = true;
        }
        boolean wasCut = stepsUntilCut == 0;
        stepsUntilCut = 0;
        if (outage) {
            what.run();
        }
        return wasCut;
    }

    /** Saves one batch and is cut at the step of the round's number; says whether there was such a step. */
    private boolean feed(int round) {
        var batch = batch(round);
        stepsUntilCut = round;
        try {
            table.save(batch);
        } catch (ViewsUnavailable e) {
            assertThat(stepsUntilCut).as("outage without a cut").isZero();
        }
        boolean wasCut = stepsUntilCut == 0;
        stepsUntilCut = 0;
        if (next() < START + round) {
            assertCountedOnce(round - 1);
            table.save(batch(round));
        }
        assertCountedOnce(round);
        return wasCut;
    }

    private long next() {
        var segments = table.segments();
        assertThat(segments)
                .extracting(Segment::next)
                .containsOnly(segments.getFirst().next());
        return segments.getFirst().next();
    }

    /** One event more for each stream, one new stream, one event parked and the one before it dealt with. */
    private Batch batch(int round) {
        var loaded = table.load(streams());
        var changes = new ArrayList<Change>();
        for (var stream : streams()) {
            var before = loaded.get(stream);
            changes.add(new Change(
                    before == null ? null : before.version(),
                    counted(stream, before == null ? 1 : before.version() + 1)));
        }
        changes.add(new Change(null, counted(new StreamId("case-fresh-" + round), 1)));
        var advances = IntStream.range(0, Segment.COUNT)
                .mapToObj(segment -> new Advance(segment, 1, START + round))
                .toList();
        return new Batch(
                changes,
                advances,
                List.of(new Parked(BROKEN, round, round, "broken", null)),
                List.of(new Unparked(BROKEN, round - 1L)));
    }

    private static List<StreamId> streams() {
        return IntStream.range(0, STREAMS)
                .mapToObj(n -> new StreamId("case-" + n))
                .toList();
    }

    private static Document counted(StreamId stream, long count) {
        return new Document(
                stream,
                count,
                "{\"count\":%d}".formatted(count).getBytes(StandardCharsets.UTF_8),
                Map.of("count", new Value.Whole(count)));
    }

    private void assertCountedOnce(int rounds) {
        assertThat(next()).isEqualTo(START + rounds);
        assertThat(table.load(streams()).values())
                .hasSize(rounds == 0 ? 0 : STREAMS)
                .allMatch(document -> document.version() == rounds);
        assertThat(table.count(Condition.everything())).isEqualTo(rounds == 0 ? 0 : STREAMS + rounds);
        assertThat(table.parked(BROKEN, 10))
                .extracting(Parked::sequence)
                .containsExactlyElementsOf(rounds == 0 ? List.of() : List.of((long) rounds));
    }
}
