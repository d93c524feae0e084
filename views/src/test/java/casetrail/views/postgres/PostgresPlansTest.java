package casetrail.views.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Condition.Absent;
import casetrail.views.Condition.Between;
import casetrail.views.Condition.HasAll;
import casetrail.views.Document;
import casetrail.views.Field.Kind;
import casetrail.views.Index;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.Value;
import casetrail.views.ViewVersion;
import casetrail.views.store.ViewTable;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/** Declared questions read what they answer and nothing else: asked of PostgreSQL's planner, statement by statement as they were sent. */
class PostgresPlansTest {

    private static final int DOCUMENTS = 20_000;
    private static final long SEED = 20_261_123L;
    private static final Shape SHAPE = new Shape(
            new ViewName("plan-cases"),
            Map.of(
                    "updated", Kind.NUMBER,
                    "due", Kind.NUMBER,
                    "state", Kind.TERM,
                    "unit", Kind.TERM,
                    "words", Kind.TERMS),
            List.of(
                    Index.on("updated"),
                    Index.on("due"),
                    Index.on("state", "updated"),
                    Index.on("unit", "due"),
                    Index.on("words")));

    private static final List<String> SENT = new ArrayList<>();
    private static TestPostgres.TestDatabase database;
    private static ViewTable table;

    @BeforeAll
    static void fill() {
        database = TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS));
        var source = (PGSimpleDataSource) database.serving().unpooled("plans");
        // Then the driver tells arrays as text too. The statements are the same.
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        var watched = StepsSource.watched(source, (connection, what, before) -> {
            if (before && what instanceof PreparedStatement statement) {
                SENT.add(statement.toString());
            }
        });
        var store = new PostgresViewStore(watched);
        var version = new ViewVersion(SHAPE.name(), 1);
        store.create(version, 1, SHAPE);
        table = store.table(version, SHAPE);
        var random = new Random(SEED);
        System.out.printf("plans: %,d documents, seed %d%n", DOCUMENTS, SEED);
        table.fill(
                IntStream.range(0, DOCUMENTS).mapToObj(n -> document(random, n)).toList());
        table.finish(0);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Document document(Random random, int number) {
        Map<String, Value> values = new HashMap<>();
        values.put("updated", new Value.Whole(random.nextInt(1_000_000)));
        values.put("state", new Value.Term("state-" + random.nextInt(8)));
        values.put("unit", new Value.Term("unit-" + random.nextInt(200)));
        values.put(
                "words",
                Value.Terms.of(List.of("everybody", "word-" + random.nextInt(3_000), "word-" + random.nextInt(3_000))));
        if (number % 3 > 0) {
            values.put("due", new Value.Whole(random.nextInt(1_000_000)));
        }
        var json = "{\"text\":\"%s\"}".formatted("x".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        return new Document(new StreamId("case-%05d".formatted(number)), 1, json, values);
    }

    static List<Question> inTheOrderOfAnIndex() {
        var everything = Condition.everything();
        var state = Condition.is("state", "state-3");
        var unit = Condition.is("unit", "unit-7");
        return List.of(
                page(everything, Order.BY_STREAM, null),
                page(everything, Order.down("updated"), null),
                page(everything, Order.down("updated"), after(500_000)),
                page(everything, Order.up("updated"), after(10)),
                page(everything, Order.up("due"), null),
                page(everything, Order.up("due"), after(999_990)),
                page(everything, Order.down("due"), after(5)),
                page(everything, Order.down("due"), new After(null, new StreamId("case-15000"))),
                page(new Between("due", 400_000L, 500_000L), Order.up("due"), null),
                page(state, Order.down("updated"), null),
                page(state, Order.down("updated"), after(500_000)),
                page(unit, Order.up("due"), null));
    }

    @ParameterizedTest
    @MethodSource("inTheOrderOfAnIndex")
    void a_page_in_the_order_of_an_index_is_a_walk_along_it(Question question) throws SQLException {
        assertThat(plans(() -> table.find(question)))
                .isNotEmpty()
                .allMatch(plan -> plan.contains("Index Scan") || plan.contains("Index Only Scan"))
                .noneMatch(plan -> plan.contains("Seq Scan") || plan.contains("Sort"));
    }

    static List<Condition> byAnIndex() {
        return List.of(
                Condition.is("unit", "unit-7"),
                new HasAll("words", Set.of("word-5")),
                new HasAll("words", Set.of("word-5", "word-6")),
                new Condition.HasAny("words", Set.of("word-5", "word-6")),
                new Between("due", 400_000L, 401_000L),
                Condition.is("unit", "unit-7").and(new Absent("due")),
                new Condition.Is("unit", Set.of("unit-7", "unit-8")).and(new Between("due", null, 50_000L)),
                Condition.is("state", "state-3").and(new Between("updated", 990_000L, null)));
    }

    @ParameterizedTest
    @MethodSource("byAnIndex")
    void what_an_index_finds_is_found_and_counted_by_it(Condition where) throws SQLException {
        assertThat(plans(() -> {
                    table.count(where);
                    table.counts(where, "state", 10);
                    table.find(page(where, Order.BY_STREAM, null));
                }))
                .hasSizeGreaterThan(2)
                .noneMatch(plan -> plan.contains("Seq Scan"));
    }

    @Test
    void a_term_that_no_document_has_is_not_looked_for_in_all_of_them() throws SQLException {
        var nobody = new HasAll("words", Set.of("nobody")).and(new Between("updated", 0L, null));
        var plans = plans(() -> table.find(page(nobody, Order.down("updated"), null)));
        assertThat(plans.getFirst()).contains("Index Scan Backward", "Limit").doesNotContain("Sort", "Seq Scan");
        assertThat(plans.get(1))
                .contains("Bitmap Index Scan on plan_cases_1_x4")
                .doesNotContain("Seq Scan");
    }

    @Test
    void a_term_that_every_document_has_is_found_on_a_walk() throws SQLException {
        var everybody = new HasAll("words", Set.of("everybody"));
        assertThat(plans(() -> table.find(page(everybody, Order.down("updated"), null))))
                .hasSize(1)
                .allMatch(plan -> plan.contains("Index Scan Backward") && !plan.contains("Sort"));
    }

    @Test
    void after_a_rebuild_everything_is_counted_from_an_index_alone() throws SQLException {
        assertThat(plans(() -> {
                    table.count(Condition.everything());
                    table.counts(Condition.everything(), "state", 10);
                    table.counts(Condition.everything(), "unit", 500);
                    table.count(Condition.is("state", "state-3"));
                }))
                .hasSize(4)
                .allMatch(plan -> plan.contains("Index Only Scan"));
    }

    @Test
    void a_batch_is_loaded_by_the_key() throws SQLException {
        var streams = IntStream.range(0, 100)
                .mapToObj(n -> new StreamId("case-%05d".formatted(n * 100)))
                .toList();
        assertThat(plans(() -> table.load(streams))).hasSize(1).noneMatch(plan -> plan.contains("Seq Scan"));
    }

    private static Question page(Condition where, Order order, @Nullable After after) {
        return new Question(where, order, after, 50);
    }

    private static After after(long value) {
        return new After(new Value.Whole(value), new StreamId("case-10000"));
    }

    /** The plans of what is sent meanwhile; the driver tells a statement with its values in it. */
    private static List<String> plans(Runnable asking) throws SQLException {
        SENT.clear();
        asking.run();
        var plans = new ArrayList<String>();
        try (var connection = database.admin().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : SENT) {
                var plan = new StringBuilder(sql);
                try (var rows = statement.executeQuery("explain " + sql)) {
                    while (rows.next()) {
                        plan.append('\n').append(rows.getString(1));
                    }
                }
                plans.add(plan.toString());
            }
        }
        return plans;
    }
}
