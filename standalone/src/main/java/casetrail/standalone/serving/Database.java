package casetrail.standalone.serving;

import casetrail.standalone.database.EmbeddedDatabase;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The database that is served from, ours or another's.
 *
 * @param engine in words, for the status
 */
record Database(
        String jdbcUrl, String ownerUser, String ownerPassword, String engine, Optional<EmbeddedDatabase> embedded)
        implements AutoCloseable {

    private static final String LOG_EXISTS =
            "select case when to_regclass('casetrail_log.log_head') is null then 0 else 1 end";

    static Database open(DataDirectory directory, Optional<ExternalDatabase> external) {
        if (external.isPresent()) {
            var other = external.get();
            return new Database(
                    other.jdbcUrl(),
                    other.user(),
                    other.password(),
                    "PostgreSQL at " + other.jdbcUrl(),
                    Optional.empty());
        }
        var embedded = EmbeddedDatabase.start(directory);
        return new Database(
                embedded.jdbcUrl(),
                embedded.adminUser(),
                embedded.adminPassword(),
                "embedded " + embedded.version(),
                Optional.of(embedded));
    }

    /** Whether a log was ever begun in it. */
    boolean holdsLog() {
        try (var connection = DriverManager.getConnection(jdbcUrl, ownerUser, ownerPassword);
                var statement = connection.createStatement();
                var row = statement.executeQuery(LOG_EXISTS)) {
            return row.next() && row.getInt(1) == 1;
        } catch (SQLException e) {
            throw new CannotStart("the database at %s cannot be used: %s".formatted(jdbcUrl, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "Database[%s as %s]".formatted(jdbcUrl, ownerUser);
    }
}
