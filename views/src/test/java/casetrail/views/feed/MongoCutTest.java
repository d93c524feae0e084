package casetrail.views.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Tally;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.mongodb.CuttingProxy;
import casetrail.views.mongodb.CuttingProxy.Cut;
import casetrail.views.mongodb.CuttingProxy.Length;
import casetrail.views.mongodb.CuttingProxy.When;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.StandIn;
import casetrail.views.store.Batch;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the line to MongoDB at every command of a feed that changes, adds, parks, retries and evicts, before the command arrives and
 * before its answer does, for one connection and for longer; and counts in every event exactly once, with transactions and without.
 */
class MongoCutTest {

    private static final Logger LOG = LoggerFactory.getLogger(MongoCutTest.class);
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);
    private static final String DATABASE = "casetrail_test_cuts";

    private final Set<Integer> poisoned = new HashSet<>();
    private final View<Tally> view = poisonable();
    private final ViewVersion version = new ViewVersion(view.name(), 1);

    /** What is left when all is counted in. */
    private record Outcome(TreeMap<String, String> trails, List<Parked> parked, Set<Long> next) {}

    /** Where a server is, and under which URI it is found behind another address. */
    private record Line(String server, String direct, UnaryOperator<String> behind) {}

    @Test
    void a_cut_at_any_command_leaves_exactly_once_results_without_transactions() throws IOException {
        try (var standIn = StandIn.alone()) {
            cutEverywhere(new Line(standIn.address(), standIn.uri(), standIn::uri));
        }
    }

    @Test
    void a_cut_at_any_command_leaves_exactly_once_results_with_transactions() throws IOException {
        try (var standIn = StandIn.replicaSet(Duration.ofMillis(50))) {
            cutEverywhere(new Line(
                    standIn.address(), "mongodb://" + standIn.address() + "/?directConnection=true", address -> {
                        standIn.announce(address);
                        return standIn.uri(address);
                    }));
        }
    }

    @Test
    void a_cut_at_any_command_leaves_exactly_once_results_on_a_real_server() throws IOException {
        var uri = String.valueOf(System.getenv("CASETRAIL_TEST_MONGODB_URI"));
        assumeThat(uri)
                .as("NOT RUN: cuts of the line to a real MongoDB; no CASETRAIL_TEST_MONGODB_URI")
                .startsWith("mongodb://");
        var server = new ConnectionString(uri).getHosts().getFirst();
        try (var client = MongoClients.create(uri)) {
            var lifetime = lifetime(client, 1);
            try {
                cutEverywhere(new Line(server, direct(uri, server), address -> direct(uri, address)));
            } finally {
                lifetime(client, lifetime);
            }
        }
    }

    /** The same user at that address, and not where the members of the replica set say they are: that would lead past the proxy. */
    private static String direct(String uri, String address) {
        int from = "mongodb://".length();
        var user = uri.substring(from, Math.max(from, uri.indexOf('@') + 1));
        return "mongodb://" + user + address + "/?directConnection=true";
    }

    /** Sets after how many seconds the server takes back a transaction that nobody goes on with; gives back what it was. */
    private static int lifetime(MongoClient client, int seconds) {
        var command = new Document("setParameter", 1).append("transactionLifetimeLimitSeconds", seconds);
        return client.getDatabase("admin")
                .runCommand(command)
                .get("was", Number.class)
                .intValue();
    }

    private void cutEverywhere(Line line) throws IOException {
        try (var proxy = new CuttingProxy(line.server());
                var direct = MongoClients.create(line.direct());
                var cuttable = CuttingProxy.client(line.behind().apply(proxy.address()))) {
            var expected = outcome(direct, cuttable, proxy, null);
            assertThat(expected.trails())
                    .containsExactly(
                            Map.entry("numbers-1", "10.11.12."),
                            Map.entry("numbers-2", "20.21.22.23."),
                            Map.entry("numbers-3", "30.32.33."),
                            Map.entry("numbers-4", "40.41."),
                            Map.entry("numbers-5", "50.51."),
                            Map.entry("numbers-6", "60."));
            assertThat(expected.parked()).hasSize(5);
            int commands = proxy.commands();
            for (var cut : cuts(commands)) {
                assertThat(outcome(direct, cuttable, proxy, cut))
                        .as("%s of %d commands", cut, commands)
                        .isEqualTo(expected);
                assertThat(proxy.isDone()).as("%s was made", cut).isTrue();
            }
            LOG.info(
                    "cut each of {} commands in {} ways on {}",
                    commands,
                    cuts(1).size(),
                    new MongoViewStore(direct, DATABASE).engine());
        }
    }

    private static List<Cut> cuts(int commands) {
        var cuts = new ArrayList<Cut>();
        for (var when : When.values()) {
            for (var length : Length.values()) {
                IntStream.rangeClosed(1, commands).forEach(n -> cuts.add(new Cut(n, when, length)));
            }
        }
        return cuts;
    }

    private Outcome outcome(MongoClient direct, MongoClient cuttable, CuttingProxy proxy, @Nullable Cut cut) {
        var log = new InMemoryEventLog();
        var store = new MongoViewStore(direct, DATABASE);
        store.drop(version);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        table.finish(0);
        begin(log, table, new Holdings(table, member(store)));

        var far = new MongoViewStore(cuttable, DATABASE);
        var farTable = far.table(version, view.shape());
        var holdings = new Holdings(farTable, member(store));
        proxy.arm(cut);
        persist(proxy, log, farTable, holdings);
        if (cut != null) {
            assertThat(proxy.isDone()).as("%s", cut).isTrue();
        }

        var streams = IntStream.rangeClosed(1, 6).mapToObj(Tally::stream).toList();
        var trails = new TreeMap<String, String>();
        table.load(streams)
                .forEach((s, d) ->
                        trails.put(s.value(), view.form().read(d.json()).trail()));
        var parked =
                streams.stream().flatMap(s -> table.parked(s, 100).stream()).toList();
        var next = new HashSet<Long>();
        table.segments().stream().map(Segment::next).forEach(next::add);
        return new Outcome(trails, parked, next);
    }

    /** Three parked streams with wishes, of which one gets further and parks again; then new events for these and others. */
    private void begin(InMemoryEventLog log, ViewTable table, Holdings holdings) {
        poisoned.addAll(List.of(21, 31, 51, 52, 61));
        append(log, 1, 10);
        append(log, 2, 20, 21, 22);
        append(log, 3, 30, 31, 32);
        append(log, 5, 50, 51, 52, 53);
        work(log, table, holdings);
        poisoned.removeAll(List.of(21, 51));
        assertThat(table.wish(Tally.stream(2), 1, Parked.Wish.RETRY)).isTrue();
        assertThat(table.wish(Tally.stream(3), 1, Parked.Wish.EVICT)).isTrue();
        assertThat(table.wish(Tally.stream(5), 1, Parked.Wish.RETRY)).isTrue();
        append(log, 1, 11, 12);
        append(log, 2, 23);
        append(log, 3, 33);
        append(log, 4, 40, 41);
        append(log, 5, 54);
        append(log, 6, 60, 61, 62);
    }

    /** Goes on as a feed does, until no transaction that was cut off is in the way any more. */
    private void persist(CuttingProxy proxy, InMemoryEventLog log, ViewTable table, Holdings holdings) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> {
            try {
                work(log, table, holdings);
                return true;
            } catch (ViewsUnavailable | Overtaken e) {
                proxy.heal();
                return false;
            }
        });
    }

    private void work(InMemoryEventLog log, ViewTable table, Holdings holdings) {
        holdings.refresh();
        new ParkedWishes<>(view, table, log, STORED, holdings).fulfil();
        while (holdings.from() < log.end()) {
            var page = log.readFamily(view.family(), holdings.from(), Feed.BATCH);
            var wanted = page.stream()
                    .filter(e -> holdings.wants(e.stream(), e.position()))
                    .toList();
            var streams = new LinkedHashSet<StreamId>();
            wanted.forEach(e -> streams.add(e.stream()));
            var folding = Folding.over(view, STORED, table, streams);
            wanted.forEach(folding::feed);
            var changes = folding.changes();
            var advances = holdings.advances(page.getLast().position() + 1);
            table.save(new Batch(changes, advances, folding.parked(), List.of()));
            holdings.advanced(advances);
        }
    }

    private static void append(InMemoryEventLog log, int stream, int... firsts) {
        for (int first : firsts) {
            log.append(Tally.stream(stream), Tally.block(first));
        }
    }

    private static Membership member(MongoViewStore store) {
        var member = new Membership(store, "one", System::nanoTime);
        member.beat();
        return member;
    }

    private View<Tally> poisonable() {
        var tally = Tally.view(new AtomicBoolean(true));
        return new View<>(
                tally.name(),
                tally.revision(),
                tally.family(),
                (before, recorded) -> {
                    if (recorded.event() instanceof NumberBlockTaken block && poisoned.contains(block.first())) {
                        throw new IllegalStateException("poisoned");
                    }
                    return tally.fold().after(before, recorded);
                },
                tally.form(),
                tally.fields(),
                tally.indexes(),
                tally.audience());
    }
}
