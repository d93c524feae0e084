package casetrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.StandIn;
import casetrail.views.postgres.PostgresViewStore;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.ViewStore;
import com.mongodb.client.MongoClients;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The same log behind every engine of views: every question gets the same answer from all of them, page by page. */
class EnginesAgreeIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int CASES = FULL ? 3_000 : 150;
    private static final int QUESTIONS = FULL ? 2_000 : 150;
    private static final int PAGES_MAX = 4;
    private static final long SEED = Long.getLong("casetrail.seed", 20_261_123L);

    @Test
    void every_engine_gives_the_same_answers() throws Exception {
        var log = new MemoryLog();
        var city = new RandomCity(SEED);
        city.build(log, CASES);
        try (var mongo = StandIn.replicaSet();
                var postgres =
                        TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS));
                var client = MongoClients.create(mongo.uri());
                var memory = server(log, new MemoryViewStore());
                var onPostgres =
                        server(log, new PostgresViewStore(postgres.serving().unpooled("views")));
                var onMongo = server(log, new MongoViewStore(client, "casetrail"))) {
            var servers = new LinkedHashMap<String, QueryServer>();
            servers.put("PostgreSQL", onPostgres);
            servers.put("MongoDB (stand-in)", onMongo);
            compare(memory, servers, city, log.end() - 1);
        }
    }

    private static void compare(QueryServer memory, Map<String, QueryServer> others, RandomCity city, long last)
            throws Exception {
        var statuses = new HashMap<Integer, Integer>();
        var kinds = new TreeSet<String>();
        for (int i = 0; i < QUESTIONS; i++) {
            var asker = city.asker();
            var path = city.question();
            for (int page = 0; page < PAGES_MAX && !path.isEmpty(); page++) {
                var fresh = path + (path.contains("?") ? "&" : "?") + "at-least-position=" + last;
                var expected = memory.get(fresh, asker);
                statuses.merge(expected.statusCode(), 1, Integer::sum);
                kinds.add(path.split("[?]", -1)[0]);
                for (var other : others.entrySet()) {
                    var answer = other.getValue().get(fresh, asker);
                    assertThat(told(answer))
                            .as("%s: %s for %s, seed %d", other.getKey(), path, asker, SEED)
                            .isEqualTo(told(expected));
                }
                path = expected.statusCode() == 200 ? FewCases.next(expected) : "";
            }
        }
        System.err.printf(
                "EnginesAgreeIT: %,d cases, %,d questions (%s size) on memory, PostgreSQL and a stand-in of MongoDB; answers by"
                        + " status %s; seed %d%n",
                CASES, QUESTIONS, FULL ? "full" : "small", statuses, SEED);
        assertThat(statuses).containsKeys(200, 403);
        assertThat(kinds).hasSizeGreaterThan(8);
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + FewCases.next(answer) + "\n" + answer.body();
    }

    private static QueryServer server(MemoryLog log, ViewStore store) {
        return QueryServer.over(log, store, Map.of()).settled(log.end() - 1);
    }
}
