package casetrail.views.postgres;

import casetrail.views.store.ViewsUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Statements against the schema of the views; the one place where the driver's exceptions become outages. */
final class ViewsDatabase {

    /** How long a question may take; who asks more than the indexes answer in that time is told that the engine does not answer. */
    static final Duration ASK_MAX = Duration.ofSeconds(15);

    /** How long one statement of a batch may take. */
    static final Duration SAVE_MAX = Duration.ofSeconds(30);

    /** How long the readers of what is dropped are waited for; an autovacuum gives way after one second. */
    static final Duration LOCK_MAX = Duration.ofSeconds(2);

    /** How long it may take to make an index, or to fill in one list of documents. */
    static final Duration BUILD_MAX = Duration.ofHours(1);

    private final DataSource source;

    ViewsDatabase(DataSource source) {
        this.source = source;
    }

    /** Something done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Each statement by itself. */
    <T> T run(String doing, Work<T> work) {
        try (var connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw translated(doing, e);
        }
    }

    /** All or nothing. */
    <T> T together(String doing, Work<T> work) {
        return run(doing, connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                undo(connection, e);
                throw e;
            }
        });
    }

    private static void undo(Connection connection, Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** All rows of one question by itself. */
    <T> List<T> all(String doing, Row<T> row, String sql, @Nullable Object... parameters) {
        return run(doing, connection -> rows(connection, ASK_MAX, row, sql, parameters));
    }

    /** How many rows a change by itself met. */
    int change(String doing, String sql, @Nullable Object... parameters) {
        return run(doing, connection -> changed(connection, SAVE_MAX, sql, parameters));
    }

    static <T> List<T> rows(
            Connection connection, Duration atMost, Row<T> row, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = prepared(connection, atMost, sql, parameters);
                var rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        }
    }

    static int changed(Connection connection, Duration atMost, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = prepared(connection, atMost, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** A statement without parameters, for what is no row: tables, indexes, settings. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) BUILD_MAX.toSeconds());
            statement.execute(sql);
        }
    }

    private static PreparedStatement prepared(
            Connection connection, Duration atMost, String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            statement.setQueryTimeout((int) atMost.toSeconds());
            // Planned anew each time, for these values and the table as large as it is now: a plan that was kept would
            // be one for any
            // value, or for the table when it was small, and could read all of it.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, @Nullable Object parameter)
            throws SQLException {
        switch (parameter) {
            case String[] texts -> statement.setArray(place, connection.createArrayOf("text", texts));
            case Long[] numbers -> statement.setArray(place, connection.createArrayOf("bigint", numbers));
            case null, default -> statement.setObject(place, parameter);
        }
    }

    private static RuntimeException translated(String doing, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        // 21, 22, 23, 42: what we sent is at fault, so trying again would not help. All else (connections, resources,
        // cancellations,
        // deadlocks, a server that only reads) may pass.
        boolean ours =
                state.startsWith("21") || state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
        return ours
                ? new IllegalStateException("%s: the database refused a statement: %s".formatted(doing, state), e)
                : new ViewsUnavailable("%s: the database of the views does not answer".formatted(doing), e);
    }
}
