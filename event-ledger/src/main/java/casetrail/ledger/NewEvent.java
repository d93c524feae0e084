package casetrail.ledger;

import casetrail.events.Bounded;
import java.util.UUID;

/**
 * One event to be appended; position, sequence and recordedAt are the ledger's to give.
 *
 * @param id unique in the whole log, for ever
 * @param name the stored name, for example {@code case.filed}
 * @param envelope kept exactly as given
 * @param payload kept exactly as given
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the truth here; nobody compares new events by value
public record NewEvent(UUID id, String name, int revision, byte[] envelope, byte[] payload) {

    /** The most bytes envelope and payload may have together. */
    public static final int BYTES_MAX = 4 << 20;

    /** The longest stored name. */
    public static final int NAME_LENGTH_MAX = 100;

    public NewEvent {
        Bounded.text("event name", name, NAME_LENGTH_MAX);
        if (revision < 1) {
            throw new IllegalArgumentException("revision %d of %s is below 1".formatted(revision, name));
        }
        if (envelope.length + payload.length > BYTES_MAX) {
            throw new IllegalArgumentException("%s has %d bytes, at most %d are allowed"
                    .formatted(name, envelope.length + payload.length, BYTES_MAX));
        }
    }

    /** How much of a batch's bound this event uses up. */
    int bytes() {
        return envelope.length + payload.length;
    }
}
