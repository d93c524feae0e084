package casetrail.ledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds the log as an append of another process would, until closed: what is appended meanwhile waits in the database. */
public final class HeldLog implements AutoCloseable {

    private final Connection connection;

    public HeldLog(DataSource admin) throws SQLException {
        connection = admin.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1 from casetrail_log.log_head for update");
        }
    }

    /** Lets the log go on. */
    public void letGo() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
