package casetrail.benchmarks;

import casetrail.ledger.LedgerRoles;
import casetrail.ledger.LedgerSchema;
import casetrail.ledger.ServingAccess;
import casetrail.standalone.database.EmbeddedDatabase;
import casetrail.standalone.directory.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that all of them run on, with a database for the write side in this process and one for the server, so that the two logs
 * do not mix. It also ends when this process is told to stop.
 */
final class Stand implements AutoCloseable {

    static final String BELOW = "casetrail";
    static final String OVER = "casetrail_http";

    private static final String PASSWORD = "benchmark";

    private final DataDirectory directory;
    private final EmbeddedDatabase database;

    private Stand(DataDirectory directory, EmbeddedDatabase database) {
        this.directory = directory;
        this.database = database;
    }

    static Stand in(Path path) throws SQLException {
        var directory = DataDirectory.hold(path);
        try {
            var stand = new Stand(directory, EmbeddedDatabase.start(directory));
            Runtime.getRuntime().addShutdownHook(new Thread(stand.database::close, "benchmark-stop"));
            stand.create(OVER);
            return stand;
        } catch (SQLException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    String url(String name) {
        var url = database.jdbcUrl();
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    /** With name and password in it. */
    String adminUrl(String name) {
        return "%s?user=%s&password=%s".formatted(url(name), adminUser(), adminPassword());
    }

    String adminUser() {
        return database.adminUser();
    }

    String adminPassword() {
        return database.adminPassword();
    }

    /** The number of PostgreSQL's first process. */
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/cluster/files/postmaster.pid"))
                .getFirst()
                .strip());
    }

    String version() {
        return database.version();
    }

    /** The database for the write side in this process, brought to where the log can serve on it. */
    ServingAccess below() {
        var admin = new PGSimpleDataSource();
        admin.setUrl(url(BELOW));
        admin.setUser(adminUser());
        admin.setPassword(adminPassword());
        var roles = LedgerRoles.ofDatabase(BELOW);
        new LedgerSchema(admin, roles).prepare(PASSWORD, List.of());
        return new ServingAccess(url(BELOW), roles.serving(), PASSWORD);
    }

    String setting(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl(BELOW));
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    /** How many bytes envelope and payload of a case's event have on average. */
    PlainJdbc.Sizes sizes(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl(name));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(avg(octet_length(envelope)), 1)::int,"
                        + " coalesce(avg(octet_length(payload)), 1)::int from casetrail_log.log_event"
                        + " where stream like 'case%'")) {
            row.next();
            return new PlainJdbc.Sizes(row.getInt(1), row.getInt(2));
        }
    }

    private void create(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(adminUrl(BELOW));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    @Override
    public void close() {
        database.close();
        directory.close();
    }
}
