package casetrail.edge.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.state.postgres.PostgresCheckpoints;
import casetrail.edge.state.postgres.PostgresCredentials;
import casetrail.edge.state.postgres.PostgresTokens;
import casetrail.edge.state.postgres.StateDatabase;
import casetrail.events.people.AccountName;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.testing.TestPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresStateTest extends StateContract {

    private static TestPostgres.TestDatabase test;
    private static StateDatabase database;

    @BeforeAll
    static void prepare() {
        test = TestPostgres.database(new SchemaPart(StateDatabase.SCHEMA, StateDatabase.MIGRATIONS));
        database = new StateDatabase(test.serving().unpooled("state"));
    }

    @BeforeEach
    void empty() throws Exception {
        try (var connection = test.admin().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate casetrail_state.credential, casetrail_state.token, casetrail_state.checkpoint");
        }
    }

    @Test
    void a_database_that_is_gone_is_an_outage() {
        var gone = new PGSimpleDataSource();
        gone.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        var credentials = new PostgresCredentials(new StateDatabase(gone));
        assertThatThrownBy(() -> credentials.hash(new AccountName("acceptor-1")))
                .isInstanceOf(StateUnavailable.class);
    }

    @Override
    Credentials credentials() {
        return new PostgresCredentials(database);
    }

    @Override
    Tokens tokens() {
        return new PostgresTokens(database);
    }

    @Override
    Checkpoints checkpoints() {
        return new PostgresCheckpoints(database);
    }
}
