package casetrail.ledger;

import casetrail.ledger.LaneConnection.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lane's way to the database, renewed after it broke. Used by one thread. */
final class LaneLink {

    private static final Logger LOG = LoggerFactory.getLogger(LaneLink.class);

    private final ServingAccess access;
    private final LaneBounds bounds;
    private final LaneCounts counts;
    private @Nullable LaneConnection open;
    private @Nullable Session broken;

    LaneLink(ServingAccess access, LaneBounds bounds, LaneCounts counts) {
        this.access = access;
        this.bounds = bounds;
        this.counts = counts;
    }

    /**
     * A connection that stands; before a new one is given out, the server process of the broken one is ended, so that a batch
     * that is not in the log then never will be.
     */
    LaneConnection connection() throws SQLException {
        if (open != null) {
            return open;
        }
        var fresh = LaneConnection.open(access, bounds.statementPatience());
        try {
            if (broken != null) {
                if (!fresh.end(broken)) {
                    throw new SQLException(
                            "the broken session is still there", PSQLState.CONNECTION_FAILURE.getState());
                }
                broken = null;
                counts.reconnects.increment();
                LOG.info("the append lane is connected again");
            }
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
        open = fresh;
        return fresh;
    }

    /** Whether this failure, or what it left behind, ends the connection; if so it is given up. */
    boolean isLostBy(SQLException failure) {
        if (open == null) {
            return true;
        }
        if (!SqlFailures.breaksConnection(failure) && open.isAlive()) {
            return false;
        }
        LOG.warn("the append lane lost its connection", failure);
        broken = open.session();
        open.close();
        open = null;
        return true;
    }

    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
