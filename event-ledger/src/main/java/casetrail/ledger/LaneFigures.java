package casetrail.ledger;

/**
 * What the append lane has done since it started, for gauges and counters.
 *
 * @param depth appends waiting now
 * @param batches committed
 * @param appends committed
 * @param events committed
 * @param conflicts appends refused because their sequence did not fit
 * @param outages appends that met an outage or an unknown outcome
 * @param reconnects connections opened after the first
 * @param commitNanos spent in the database on committed batches
 */
public record LaneFigures(
        int depth,
        long batches,
        long appends,
        long events,
        long conflicts,
        long outages,
        long reconnects,
        long commitNanos) {}
