package casetrail.ledger;

import java.time.Duration;

/**
 * How a ledger uses its database.
 *
 * @param readConnectionsMax readers at once; further ones wait
 * @param readPatience how long a reader waits for a connection before it meets an outage
 */
public record LedgerOptions(LaneBounds lane, int readConnectionsMax, Duration readPatience) {

    /** For one process on a small machine. */
    public static final LedgerOptions DEFAULT = new LedgerOptions(LaneBounds.DEFAULT, 8, Duration.ofSeconds(5));

    /** The same with other bounds for the lane. */
    public LedgerOptions withLane(LaneBounds other) {
        return new LedgerOptions(other, readConnectionsMax, readPatience);
    }
}
