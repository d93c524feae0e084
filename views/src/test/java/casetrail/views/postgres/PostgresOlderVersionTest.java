package casetrail.views.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Field.Kind;
import casetrail.views.Index;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.Value;
import casetrail.views.ViewVersion;
import casetrail.views.store.Building;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A version that an older program built is asked by a newer one, until it is built anew. */
class PostgresOlderVersionTest {

    private static final ViewName NAME = new ViewName("older-cases");
    private static final Shape BEFORE = new Shape(NAME, Map.of("state", Kind.TERM), List.of());
    private static final Shape AFTER =
            new Shape(NAME, Map.of("state", Kind.TERM, "ward", Kind.TERM), List.of(Index.on("ward")));

    private static TestPostgres.TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_it_has_is_answered_and_what_it_has_not_is_an_outage_and_no_defect() {
        var store = new PostgresViewStore(database.serving().unpooled("older"));
        var version = new ViewVersion(NAME, 1);
        store.create(version, 1, BEFORE);
        store.table(version, BEFORE)
                .fill(List.of(new Document(
                        new StreamId("case-1"),
                        0,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Map.of("state", new Value.Term("FILED")))));
        store.table(version, BEFORE).finish(1);
        var table = store.table(version, AFTER);

        assertThat(table.count(Condition.is("state", "FILED"))).isEqualTo(1);
        assertThat(page(table, Condition.is("state", "FILED"), Order.up("state")))
                .hasSize(1);
        assertThatThrownBy(() -> table.count(Condition.is("ward", "7"))).isInstanceOf(ViewsUnavailable.class);
        assertThatThrownBy(() -> table.counts(Condition.everything(), "ward", 9))
                .isInstanceOf(ViewsUnavailable.class)
                .hasMessageContaining("built anew");
        assertThatThrownBy(() -> page(table, Condition.everything(), Order.up("ward")))
                .isInstanceOf(ViewsUnavailable.class);

        store.drop(version);
        assertThatThrownBy(() -> table.count(Condition.everything()))
                .isInstanceOf(ViewsUnavailable.class)
                .hasMessageContaining("taken away");
    }

    @Test
    void a_version_that_somebody_reads_for_long_is_not_waited_for() throws SQLException {
        var source = database.serving().unpooled("long reader");
        var store = new PostgresViewStore(source);
        var version = new ViewVersion(NAME, 2);
        store.create(version, 1, BEFORE);
        try (var reader = source.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from casetrail_views.older_cases_2");

            assertThatThrownBy(() -> store.drop(version)).isInstanceOf(ViewsUnavailable.class);
            assertThat(store.buildings()).extracting(Building::version).contains(version);
            reader.rollback();
        }
        store.drop(version);
        assertThat(store.buildings()).extracting(Building::version).doesNotContain(version);
    }

    private static List<Document> page(ViewTable table, Condition where, Order order) {
        return table.find(new Question(where, order, null, 10));
    }
}
