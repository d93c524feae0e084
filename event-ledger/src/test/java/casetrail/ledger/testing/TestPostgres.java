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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** Given back and empty. A database is some 300 files to be flushed, so they are used again. */
    private static final Queue<TestDatabase> FREE = new ConcurrentLinkedQueue<>();

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
                        .setOverrideWorkingDirectory(directory().toFile())
                        .setDataDirectory(directory()
                                .resolve("data-" + ProcessHandle.current().pid()))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path directory() {
            return Path.of("target", "postgres").toAbsolutePath();
        }
    }

    /** An empty database, prepared for serving; give it back by closing it, or leave it to the end of the JVM. */
    public static TestDatabase database(SchemaPart... parts) {
        var free = FREE.poll();
        var database = free == null ? create() : free;
        new LedgerSchema(database.admin(), database.roles()).prepare(PASSWORD, List.of(parts));
        return database;
    }

    private static TestDatabase create() {
        var server = Server.RUNNING;
        var name = "casetrail_test_" + DATABASES.incrementAndGet();
        run(server.getPostgresDatabase(), "create database " + name);
        var roles = LedgerRoles.ofDatabase(name);
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name);
        return new TestDatabase(
                server.getDatabase("postgres", name), roles, new ServingAccess(url, roles.serving(), PASSWORD));
    }

    /** The server's port on loopback. */
    public static int port() {
        return Server.RUNNING.getPort();
    }

    private static void run(DataSource source, String sql) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A database of the test server.
     *
     * @param admin connects as a superuser
     */
    public record TestDatabase(DataSource admin, LedgerRoles roles, ServingAccess serving) implements AutoCloseable {

        /** The same by another port. */
        public ServingAccess servingBy(int otherPort) {
            var url = serving.jdbcUrl().replace(":" + port() + "/", ":" + otherPort + "/");
            return new ServingAccess(url, serving.user(), serving.password());
        }

        /** The one number that a question to the database as superuser gives. */
        public long number(String sql) {
            try (var connection = admin.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** How many sessions wait for a lock, as the append lane does while a {@link HeldLog} is held. */
        public long waiting() {
            return number(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        }

        /** Gives it back; whatever was in it is gone. */
        @Override
        public void close() {
            run(admin, """
                        do $$
                        declare
                            name text;
                        begin
                            perform pg_terminate_backend(pid, 5000) from pg_stat_activity
                              where datname = current_database() and pid <> pg_backend_pid();
                            for name in select nspname from pg_namespace where nspname like 'casetrail%%' loop
                                execute format('drop schema %%I cascade', name);
                            end loop;
                            alter role %1$s nosuperuser;
                            alter role %1$s reset all;
                        end
                        $$
                        """.formatted(roles.serving()));
            FREE.add(this);
        }
    }
}
