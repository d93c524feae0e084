package casetrail.edge.state.postgres;

import casetrail.edge.state.StateUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements against the schema of the state; the one place where the driver's exceptions become outages. */
public final class StateDatabase {

    /** The schema, beside the log's. */
    public static final String SCHEMA = "casetrail_state";

    /** Where its migrations lie on the class path. */
    public static final String MIGRATIONS = "classpath:casetrail/edge/state/migration";

    private static final int QUERY_SECONDS_MAX = 10;

    private final DataSource source;

    public StateDatabase(DataSource source) {
        this.source = source;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> Optional<T> first(String sql, Row<T> row, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    int change(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(QUERY_SECONDS_MAX);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(
                    i + 1, parameters[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[i]);
        }
        return statement;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static RuntimeException translated(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        // 22, 23, 42: what we sent is at fault, so trying again would not help.
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42")
                ? new IllegalStateException("the database refused a statement about the state: " + state, e)
                : new StateUnavailable("the database of the state does not answer", e);
    }
}
