package casetrail.views.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import casetrail.views.store.ViewStore;
import casetrail.views.store.ViewStoreContract;
import casetrail.views.store.ViewsUnavailable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresViewStoreTest extends ViewStoreContract {

    private static HikariDataSource pool;
    private static PostgresViewStore store;

    @BeforeAll
    static void prepare() {
        var test = TestPostgres.database(new SchemaPart(PostgresViewStore.SCHEMA, PostgresViewStore.MIGRATIONS));
        var config = new HikariConfig();
        config.setDataSource(test.serving().unpooled("views"));
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        store = new PostgresViewStore(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Override
    public ViewStore store() {
        return store;
    }

    @Test
    void it_says_which_server_it_met() {
        assertThat(store.engine()).startsWith("PostgreSQL 1");
    }

    @Test
    void a_database_that_is_gone_is_an_outage() {
        var gone = new PGSimpleDataSource();
        gone.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThatThrownBy(() -> new PostgresViewStore(gone).buildings()).isInstanceOf(ViewsUnavailable.class);
    }
}
