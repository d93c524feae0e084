package casetrail.views.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Tally;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.Feed;
import casetrail.views.feed.FeedTold;
import casetrail.views.feed.Membership;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RebuildTest {

    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    private static final int STREAMS = 60;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final MemoryViewStore store = new MemoryViewStore();

    @Test
    void a_rebuilt_version_is_byte_for_byte_the_live_one_however_little_fits_in_memory() throws InterruptedException {
        long seed = System.nanoTime();
        System.getLogger(RebuildTest.class.getName()).log(System.Logger.Level.INFO, "seed {0}", seed);
        fill(new Random(seed), 1_500);
        var live = live(Tally.view(new AtomicBoolean()));
        for (int inMemory : new int[] {1, 7, STREAMS - 1, 10 * STREAMS}) {
            var rebuilt = rebuilt(Tally.view(new AtomicBoolean()), 100 + inMemory, inMemory);
            assertThat(documents(rebuilt)).as("%d in memory", inMemory).isEqualTo(documents(live));
            assertThat(parked(rebuilt)).as("%d in memory", inMemory).isEqualTo(parked(live));
            assertThat(rebuilt.segments()).extracting(Segment::next).containsOnly(log.end());
        }
        assertThat(parked(live)).isNotEmpty();
    }

    @Test
    void a_version_is_torn_until_it_is_whole() throws InterruptedException {
        fill(new Random(1), 100);
        var view = Tally.view(new AtomicBoolean());
        var version = new ViewVersion(view.name(), 1);
        store.create(version, 1, view.shape());
        assertThat(store.buildings().getFirst().phase()).isEqualTo(Phase.BUILDING);
        rebuilt(view, 1, 10);
        assertThat(store.buildings().getFirst().phase()).isEqualTo(Phase.FOLLOWING);
    }

    @Test
    void it_tells_how_far_it_is() throws InterruptedException {
        fill(new Random(1), 300);
        var view = Tally.view(new AtomicBoolean(true));
        var version = new ViewVersion(view.name(), 1);
        store.create(version, 1, view.shape());
        var rebuild = new Rebuild<>(view, version, store.table(version, view.shape()), log, STORED, 10);
        assertThat(rebuild.progress().left()).isNull();
        rebuild.run();
        assertThat(rebuild.progress().events()).isEqualTo(300);
        assertThat(rebuild.progress().next()).isEqualTo(rebuild.progress().end());
        assertThat(rebuild.progress().documents())
                .isEqualTo(documents(store.table(version, view.shape())).size());
        assertThat(rebuild.progress().left()).isZero();
    }

    @Test
    void versions_with_the_same_documents_are_told_to_be_the_same() throws InterruptedException {
        fill(new Random(2), 400);
        var report = Equivalence.between(
                1,
                rebuilt(Tally.view(new AtomicBoolean(true)), 1, 10),
                2,
                rebuilt(Tally.view(new AtomicBoolean(true)), 2, 1_000),
                CLOCK);
        assertThat(report.compared()).isEqualTo(STREAMS);
        assertThat(report.notSame()).isZero();
        assertThat(report.samples()).isEmpty();
        assertThat(report.at()).isEqualTo(CLOCK.instant());
    }

    @Test
    void a_mistake_planted_into_a_fold_is_caught_with_the_field() throws InterruptedException {
        fill(new Random(3), 400);
        var right = rebuilt(Tally.view(new AtomicBoolean(true)), 1, 10);
        var wrong = rebuilt(Tally.view(2, new AtomicBoolean(true), 1), 2, 10);
        var report = Equivalence.between(1, right, 2, wrong, CLOCK);
        assertThat(report.differing()).isEqualTo(STREAMS);
        assertThat(report.notSame()).isEqualTo(STREAMS);
        assertThat(report.samples()).hasSize(EquivalenceReport.SAMPLES_MAX);
        assertThat(report.samples().getFirst().fields())
                .extracting(EquivalenceReport.Difference::pointer)
                .containsExactly("/sum");
    }

    @Test
    void a_document_that_only_one_version_has_is_told() throws InterruptedException {
        log.append(Tally.stream(1), Tally.block(1));
        var view = Tally.view(new AtomicBoolean(true));
        var before = rebuilt(view, 1, 10);
        log.append(Tally.stream(2), Tally.block(2));
        var after = rebuilt(view, 2, 10);
        var report = Equivalence.between(1, before, 2, after, CLOCK);
        assertThat(List.of(report.compared(), report.same(), report.onlyInTo(), report.onlyInFrom()))
                .containsExactly(2L, 1L, 1L, 0L);
        assertThat(report.samples())
                .extracting(EquivalenceReport.Sample::stream)
                .containsExactly(Tally.stream(2));
    }

    @Test
    void the_differences_of_two_documents_are_named_by_pointers() {
        assertThat(JsonDifferences.between(
                        tree("{\"a\":1,\"b\":{\"c/d\":[1,2]},\"e\":\"x\"}"),
                        tree("{\"b\":{\"c/d\":[1,3,4]},\"a\":1,\"f\":null}")))
                .containsExactly(
                        new EquivalenceReport.Difference("/b/c~1d/1", "2", "3"),
                        new EquivalenceReport.Difference("/b/c~1d/2", null, "4"),
                        new EquivalenceReport.Difference("/e", "\"x\"", null),
                        new EquivalenceReport.Difference("/f", null, "null"));
    }

    private static JsonNode tree(String json) {
        return EventJson.MAPPER.readTree(json);
    }

    private void fill(Random random, int events) {
        for (int i = 0; i < events; i++) {
            var stream = Tally.stream(i < STREAMS ? i : random.nextInt(STREAMS));
            int dice = i < STREAMS ? 99 : random.nextInt(100);
            log.append(
                    stream,
                    dice == 0 ? Tally.poison(i) : dice == 1 ? Tally.block(Tally.UNWRITABLE) : Tally.block(10_000 + i));
        }
    }

    private ViewTable rebuilt(View<Tally> view, int number, int inMemory) throws InterruptedException {
        var version = new ViewVersion(view.name(), number);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        new Rebuild<>(view, version, table, log, STORED, inMemory).run();
        return table;
    }

    private ViewTable live(View<Tally> view) {
        var version = new ViewVersion(view.name(), 999);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        table.finish(0);
        var member = new Membership(store, "one", System::nanoTime);
        member.beat();
        try (var feed = new Feed<>(view, version, table, log, STORED, member, FeedTold.NOBODY)) {
            feed.start();
            await().until(() -> table.segments().stream().allMatch(s -> s.next() >= log.end()));
            assertThat(feed.stoppedBy()).isEmpty();
        }
        return table;
    }

    private static Map<String, String> documents(ViewTable table) {
        var documents = new TreeMap<String, String>();
        for (var d : table.find(new Question(Condition.everything(), Order.BY_STREAM, null, Question.LIMIT_MAX))) {
            documents.put(d.stream().value(), told(d));
        }
        return documents;
    }

    private static String told(Document d) {
        return d.version() + " " + new String(d.json(), StandardCharsets.UTF_8);
    }

    private static Map<StreamId, List<Parked>> parked(ViewTable table) {
        var parked = new HashMap<StreamId, List<Parked>>();
        for (int i = 0; i < STREAMS; i++) {
            var of = table.parked(Tally.stream(i), 1_000);
            if (!of.isEmpty()) {
                parked.put(Tally.stream(i), of);
            }
        }
        return parked;
    }
}
