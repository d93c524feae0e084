package casetrail.ledger.testing;

import casetrail.ledger.LedgerRoles;
import casetrail.ledger.LedgerSchema;
import casetrail.ledger.SchemaPart;
import casetrail.ledger.ServingAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One PostgreSQL for all tests of a JVM, with fsync and synchronous_commit on (the library would switch them off), and any number
 * of databases in it. It ends with the JVM. Runs as root too: the library then starts the server in a user namespace.
 */
public final class TestPostgres {

    /** The serving role's in every test database; the server listens on loopback only and ends with the tests. */
    private static final String PASSWORD = "serving-in-tests";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "120")
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .setConnectConfig("connectTimeout", "5")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new, empty database, prepared for serving. */
    public static TestDatabase database(SchemaPart... parts) {
        var server = Server.RUNNING;
        var name = "casetrail_test_" + DATABASES.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        var admin = server.getDatabase("postgres", name);
        var roles = LedgerRoles.ofDatabase(name);
        new LedgerSchema(admin, roles).prepare(PASSWORD, List.of(parts));
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
        return new TestDatabase(admin, roles, new ServingAccess(url, roles.serving(), PASSWORD));
    }

    /**
     * A database of the test server.
     *
     * @param admin connects as a superuser
     */
    public record TestDatabase(DataSource admin, LedgerRoles roles, ServingAccess serving) {}
}
