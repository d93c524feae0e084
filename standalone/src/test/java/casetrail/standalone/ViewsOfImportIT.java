package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.LedgerRoles;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.query.caselist.CaseList;
import casetrail.query.handling.HandlingHistory;
import casetrail.standalone.database.EmbeddedDatabase;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.imports.SampleRows;
import casetrail.standalone.imports.SharedFiles;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.PassingLog;
import casetrail.views.Question;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.feed.Feed;
import casetrail.views.feed.FeedTold;
import casetrail.views.feed.Membership;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.postgres.PostgresViewStore;
import casetrail.views.rebuild.Rebuild;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewTable;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an import every view holds, byte for byte, what its fold makes of each stream: followed live or built anew, on both engines. */
class ViewsOfImportIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int SAMPLE_ROWS = 1_000;
    private static final int REBUILT = 901;
    private static final int FOLLOWED = 902;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final StoredEvents STORED = new StoredEvents(EventNames.CATALOGUE);
    private static final List<View<?>> VIEWS = List.of(CaseList.CASES, HandlingHistory.HANDLING);

    @TempDir
    Path folder;

    @Test
    void live_rebuilt_and_folded_from_the_stream_are_the_same_on_both_engines() throws Exception {
        var file = FULL ? SharedFiles.find(SharedFiles.BOSTON).orElseGet(this::sample) : sample();
        var typed = new Typed(folder.resolve("data"));
        try (var server = Serving.start(typed.data())) {
            typed.said("import", "boston311", file.toString());
            var operator = server.asOperator();
            await().atMost(PATIENCE).until(() -> isCaughtUp(operator));
            server.stop();
        }
        try (var directory = DataDirectory.hold(typed.data());
                var database = EmbeddedDatabase.start(directory)) {
            var access = new ServingAccess(
                    database.jdbcUrl(),
                    LedgerRoles.ofDatabase("casetrail").serving(),
                    Files.readString(directory.resolve("serving.password")).strip());
            try (var log = PostgresLedger.open(access, LedgerOptions.DEFAULT, Clock.systemUTC())) {
                for (var view : VIEWS) {
                    compare(view, log, new PostgresViewStore(access.unpooled("views of an import")));
                }
            }
        }
    }

    private <V> void compare(View<V> view, EventLog log, ViewStore postgres) throws Exception {
        var folded = folded(view, log);
        var live = documents(view, postgres.table(new ViewVersion(view.name(), 1), view.shape()));
        System.out.printf(
                "ViewsOfImportIT: %s (casetrail.full=%s): %,d documents, %,d events, %,d bytes a document%n",
                view.name(),
                FULL,
                folded.size(),
                log.end(),
                folded.values().stream().mapToLong(String::length).sum() / Math.max(1, folded.size()));
        assertThat(folded).isNotEmpty();
        same(folded, live, "live on PostgreSQL");
        same(folded, rebuilt(view, log, postgres), "rebuilt on PostgreSQL");
        // All that the stand-in holds, it holds in this process.
        var some = FULL ? new EveryEighthStream(log) : log;
        var part = FULL ? folded(view, some) : folded;
        var server = new MongoServer(new MemoryBackend());
        try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
            var mongo = new MongoViewStore(client, "casetrail_test_import");
            same(part, rebuilt(view, some, mongo), "rebuilt on the stand-in for MongoDB");
            mongo.drop(new ViewVersion(view.name(), REBUILT));
            same(part, followed(view, some, mongo), "live on the stand-in for MongoDB");
        } finally {
            server.shutdownNow();
        }
    }

    /** Told by the first that differs: the whole maps are too long to read. */
    private static void same(Map<StreamId, String> folded, Map<StreamId, String> kept, String how) {
        assertThat(kept.keySet()).as(how).isEqualTo(folded.keySet());
        folded.forEach((stream, document) ->
                assertThat(kept.get(stream)).as("%s: %s", how, stream).isEqualTo(document));
    }

    private static <V> Map<StreamId, String> folded(View<V> view, EventLog log) {
        var values = new LinkedHashMap<StreamId, V>();
        var versions = new LinkedHashMap<StreamId, Long>();
        long next = 0;
        while (next < log.end()) {
            var page = log.readFamily(view.family(), next, EventLog.PAGE_MAX);
            for (var event : page) {
                @Nullable V before = values.get(event.stream());
                values.put(event.stream(), view.fold().after(before, STORED.open(event)));
                versions.put(event.stream(), event.sequence());
            }
            next = page.isEmpty() ? log.end() : page.getLast().position() + 1;
        }
        var told = new LinkedHashMap<StreamId, String>();
        values.forEach((stream, value) ->
                told.put(stream, told(view, view.document(stream, versions.getOrDefault(stream, -1L), value))));
        return told;
    }

    private static <V> Map<StreamId, String> rebuilt(View<V> view, EventLog log, ViewStore store) throws Exception {
        var version = new ViewVersion(view.name(), REBUILT);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        // So few in memory that most are written and brought back.
        new Rebuild<>(view, version, table, log, STORED, 200).run();
        return documents(view, table);
    }

    private static <V> Map<StreamId, String> followed(View<V> view, EventLog log, ViewStore store) {
        var version = new ViewVersion(view.name(), FOLLOWED);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        table.finish(0);
        var member = new Membership(store, "import", System::nanoTime);
        member.beat();
        try (var feed = new Feed<>(view, version, table, log, STORED, member, FeedTold.NOBODY)) {
            feed.start();
            await().atMost(PATIENCE)
                    .until(() -> feed.stoppedBy().isPresent()
                            || table.segments().stream().allMatch(s -> s.next() >= log.end()));
            assertThat(feed.stoppedBy()).isEmpty();
        }
        return documents(view, table);
    }

    private static Map<StreamId, String> documents(View<?> view, ViewTable table) {
        var told = new LinkedHashMap<StreamId, String>();
        After after = null;
        while (true) {
            var page = table.find(new Question(Condition.everything(), Order.BY_STREAM, after, Question.LIMIT_MAX));
            if (page.isEmpty()) {
                return told;
            }
            page.forEach(document -> told.put(document.stream(), told(view, document)));
            after = new After(null, page.getLast().stream());
        }
    }

    private static <V> String told(View<V> view, Document document) {
        var canonical = view.form().write(view.form().read(document.json()));
        return document.version() + " " + new String(canonical, StandardCharsets.UTF_8);
    }

    private static boolean isCaughtUp(Client operator) throws Exception {
        for (var view : operator.get("/api/views").json().path("views")) {
            for (var version : view.path("versions")) {
                if (version.path("lag").isNull() || version.path("lag").asLong() > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private Path sample() {
        return SampleRows.bostonFile(folder.resolve("sample.csv.gz"), SAMPLE_ROWS, 311);
    }

    /** A log in which only every eighth stream is to be found. */
    private static final class EveryEighthStream extends PassingLog {

        EveryEighthStream(EventLog log) {
            super(log);
        }

        @Override
        public List<StoredEvent> readFamily(String family, long from, int max) {
            long next = from;
            while (true) {
                var page = super.readFamily(family, next, max);
                var some = page.stream()
                        .filter(e -> Math.floorMod(e.stream().value().hashCode(), 8) == 0)
                        .toList();
                if (page.isEmpty() || !some.isEmpty()) {
                    return some;
                }
                next = page.getLast().position() + 1;
            }
        }
    }
}
