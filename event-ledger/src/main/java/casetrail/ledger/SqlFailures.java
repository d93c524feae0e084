package casetrail.ledger;

import casetrail.events.log.LogUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of a database failure what it means for whoever asked: the one place that knows SQLSTATEs. */
public final class SqlFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SqlFailures.class);

    /** The server is being shut down, crashed, or does not take connections now. */
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P03", "57P05", "58000", "58030");

    private SqlFailures() {}

    /** The connection is of no more use, and what was under way on it may have happened or not. */
    static boolean breaksConnection(SQLException e) {
        var state = e.getSQLState();
        return state == null || state.startsWith("08") || SERVER_GONE.contains(state);
    }

    /** One of the rows is at fault, so the others deserve a try without it. */
    static boolean isOneRowsFault(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    static boolean isDuplicate(SQLException e) {
        return PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState());
    }

    /** An outage if another try may succeed (connection, resources, cancellation, rollback), else a defect. */
    public static RuntimeException translate(String doing, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean outage = breaksConnection(e)
                || e instanceof SQLTransientConnectionException
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55")
                || state.startsWith("57");
        var message = "%s failed: %s".formatted(doing, e.getMessage());
        return outage ? new LogUnavailable(message, e) : new IllegalStateException(message, e);
    }

    static void ignoredOnClose(SQLException e) {
        LOG.debug("closing a connection failed", e);
    }
}
