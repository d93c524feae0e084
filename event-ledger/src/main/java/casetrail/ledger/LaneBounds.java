package casetrail.ledger;

import java.time.Duration;

/**
 * What the append lane will take on at most.
 *
 * @param queueMax appends that may wait for a batch; further ones wait {@code enqueuePatience}, then meet an outage
 * @param batchEventsMax a batch is closed once it has this many events
 * @param batchBytesMax a batch is closed once it has this many bytes
 * @param enqueuePatience how long an append waits for a place in the queue
 * @param outagePatience how long an append waits for a lost engine to come back
 * @param statementPatience how long the engine may take over one batch before the connection counts as broken
 */
public record LaneBounds(
        int queueMax,
        int batchEventsMax,
        int batchBytesMax,
        Duration enqueuePatience,
        Duration outagePatience,
        Duration statementPatience) {

    /** Enough for a few hundred clients on one small machine. */
    public static final LaneBounds DEFAULT = new LaneBounds(
            4_096, 2_048, 8 << 20, Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(30));

    public LaneBounds {
        if (queueMax < 1 || batchEventsMax < 1 || batchBytesMax < 1) {
            throw new IllegalArgumentException("bounds of the append lane are at least 1");
        }
        if (enqueuePatience.isNegative() || outagePatience.isNegative() || !statementPatience.isPositive()) {
            throw new IllegalArgumentException("patience of the append lane is not negative");
        }
    }
}
