package casetrail.ledger;

import java.time.Instant;

/**
 * Where an append stands in the log, for good: it is on disk.
 *
 * @param firstPosition of its first event; the others follow without gap
 * @param lastPosition of its last event
 * @param lastSequence the stream's newest sequence number
 * @param recordedAt the same for all events of the append
 */
public record Appended(long firstPosition, long lastPosition, long lastSequence, Instant recordedAt) {}
