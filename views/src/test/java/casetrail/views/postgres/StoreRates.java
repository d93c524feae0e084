package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.Condition;
import casetrail.views.Condition.HasAll;
import casetrail.views.Document;
import casetrail.views.Field.Kind;
import casetrail.views.Index;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.Value;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Batch.Change;
import casetrail.views.store.ViewTable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A program, not a test: how fast documents of about 2 KB with 20 fields are filled in, saved and found. The first argument is how many
 * documents.
 */
final class StoreRates {

    private static final long SEED = 20_261_123L;
    private static final int FILL = 5_000;
    private static final int TEXT_BYTES = 1_950;
    private static final int WORDS = 40;
    private static final int QUESTIONS = 200;
    private static final ViewVersion VERSION = new ViewVersion(new ViewName("rated-cases"), 1);
    private static final List<String> TERMS =
            List.of("state", "unit", "assignee", "tier", "class", "channel", "number");
    private static final List<String> NUMBERS = List.of(
            "updated",
            "filed",
            "due",
            "priority",
            "lon",
            "lat",
            "returns",
            "reworks",
            "extensions",
            "supervisions",
            "age");
    private static final Shape SHAPE = new Shape(
            VERSION.view(),
            fields(),
            List.of(
                    Index.on("updated"),
                    Index.on("due"),
                    Index.on("state", "updated"),
                    Index.on("unit", "updated"),
                    Index.on("assignee", "due"),
                    Index.on("class", "updated"),
                    Index.on("lon", "lat"),
                    Index.on("words"),
                    Index.on("flags")));

    private final Random random = new Random(SEED);
    private final ViewTable table;
    private final int documents;

    private StoreRates(ViewTable table, int documents) {
        this.table = table;
        this.documents = documents;
    }

    private static Map<String, Kind> fields() {
        var fields = new LinkedHashMap<String, Kind>();
        TERMS.forEach(name -> fields.put(name, Kind.TERM));
        NUMBERS.forEach(name -> fields.put(name, Kind.NUMBER));
        fields.put("words", Kind.TERMS);
        fields.put("flags", Kind.TERMS);
        return fields;
    }

    public static void main(String[] arguments) {
        int documents = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (var database =
                TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS))) {
            var config = new HikariConfig();
            config.setDataSource(database.serving().unpooled("rates"));
            config.setMaximumPoolSize(4);
            try (var pool = new HikariDataSource(config)) {
                var store = new PostgresViewStore(pool);
                store.create(VERSION, 1, SHAPE);
                System.out.printf("%s, %,d documents, seed %d%n", store.engine(), documents, SEED);
                new StoreRates(store.table(VERSION, SHAPE), documents).run();
            }
            System.out.printf(
                    "bytes a document on disk, indexes and all: %,d; the table alone: %,d%n",
                    database.number("select pg_total_relation_size('casetrail_views.rated_cases_1')") / documents,
                    database.number("select pg_table_size('casetrail_views.rated_cases_1')") / documents);
        }
    }

    private void run() {
        fill();
        for (int size : new int[] {1, 50, 500, 5_000}) {
            save(size, Math.clamp(20_000 / size, 10, 1_000));
        }
        ask("newest first", n -> page(Condition.everything(), Order.down("updated")));
        ask("of a state, newest first", n -> page(Condition.is("state", "state-" + n % 8), Order.down("updated")));
        ask("of a person, due first", n -> page(Condition.is("assignee", "assignee-" + n), Order.up("due")));
        ask(
                "with two words, newest first",
                n -> page(
                        new HasAll("words", Set.of("word-" + n % 100, "word-" + (n + 1) % 100)),
                        Order.down("updated")));
        ask(
                "with a rare word, newest first",
                n -> page(new HasAll("words", Set.of("word-" + (5_000 + n))), Order.down("updated")));
        ask("counted by state", n -> table.counts(Condition.everything(), "state", 20));
        ask("of a unit, counted by state", n -> table.counts(Condition.is("unit", "unit-" + n), "state", 20));
    }

    private List<Document> page(Condition where, Order order) {
        return table.find(new Question(where, order, null, 50));
    }

    private void fill() {
        long nanos = 0;
        for (int from = 0; from < documents; from += FILL) {
            var some = IntStream.range(from, Math.min(documents, from + FILL))
                    .mapToObj(n -> document(n, 0))
                    .toList();
            if (from == 0) {
                System.out.printf(
                        "JSON of the first: %,d bytes%n", some.getFirst().json().length);
            }
            long start = System.nanoTime();
            table.fill(some);
            nanos += System.nanoTime() - start;
        }
        System.out.printf("fill:   %,d documents/s%n", rate(documents, nanos));
        long start = System.nanoTime();
        table.finish(0);
        long finish = System.nanoTime() - start;
        System.out.printf(
                "finish: %.1f s; fill and finish: %,d documents/s%n", finish / 1e9, rate(documents, nanos + finish));
        table.segments().forEach(s -> table.take(s.number(), s.epoch(), "rates"));
    }

    private void save(int size, int batches) {
        long nanos = 0;
        long loading = 0;
        for (int n = 0; n < batches; n++) {
            var streams = new TreeSet<Integer>();
            while (streams.size() < size) {
                streams.add(random.nextInt(documents));
            }
            var ids = streams.stream().map(StoreRates::stream).toList();
            long start = System.nanoTime();
            var loaded = table.load(ids);
            loading += System.nanoTime() - start;
            var changes = new ArrayList<Change>();
            for (var stream : streams) {
                var before =
                        loaded.getOrDefault(stream(stream), document(stream, 0)).version();
                changes.add(new Change(before, document(stream, before + 1)));
            }
            var batch = Batch.of(changes, List.of(new Advance(0, 1, n)));
            start = System.nanoTime();
            table.save(batch);
            nanos += System.nanoTime() - start;
        }
        System.out.printf(
                "batches of %,5d: save %,7d documents/s, %.2f ms each; load %,7d documents/s%n",
                size, rate((long) size * batches, nanos), nanos / 1e6 / batches, rate((long) size * batches, loading));
    }

    private static void ask(String what, LongFunction<List<?>> question) {
        var nanos = new long[QUESTIONS];
        long answered = 0;
        for (int n = 0; n < QUESTIONS; n++) {
            long start = System.nanoTime();
            answered += question.apply(n).size();
            nanos[n] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-32s p50 %.2f ms, p99 %.2f ms, %d rows each%n",
                what, nanos[QUESTIONS / 2] / 1e6, nanos[QUESTIONS * 99 / 100] / 1e6, answered / QUESTIONS);
    }

    private static long rate(long count, long nanos) {
        return count * 1_000_000_000L / Math.max(1, nanos);
    }

    private static StreamId stream(int number) {
        // Spread like the ids of cases are.
        return new StreamId("case-%08X-%d".formatted(number * 0x9E3779B1, number));
    }

    private Document document(int number, long version) {
        Map<String, Value> values = new HashMap<>();
        for (var name : TERMS) {
            int among = name.equals("number") ? Integer.MAX_VALUE : name.equals("state") ? 8 : 400;
            values.put(name, new Value.Term(name + "-" + random.nextInt(among)));
        }
        for (var name : NUMBERS) {
            if (random.nextInt(4) > 0) {
                values.put(name, new Value.Whole(random.nextInt(1_000_000_000)));
            }
        }
        var words = new TreeSet<String>();
        for (int n = 0; n < WORDS; n++) {
            words.add("word-" + random.nextInt(n % 2 == 0 ? 100 : 20_000));
        }
        values.put("words", Value.Terms.of(words));
        values.put("flags", Value.Terms.of(random.nextInt(3) == 0 ? List.of("overdue") : List.of()));
        return new Document(stream(number), version, json(values), values);
    }

    private byte[] json(Map<String, Value> values) {
        var json = new StringBuilder("{");
        values.forEach((name, value) -> {
            switch (value) {
                case Value.Term(var text) -> json.append("\"%s\":\"%s\",".formatted(name, text));
                case Value.Whole(long whole) -> json.append("\"%s\":%d,".formatted(name, whole));
                case Value.Terms terms ->
                    json.append("\"%s\":%d,".formatted(name, terms.texts().size()));
            }
        });
        json.append("\"text\":\"");
        while (json.length() < TEXT_BYTES) {
            json.append("street %x ".formatted(random.nextInt()));
        }
        return json.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
