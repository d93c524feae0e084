package casetrail.ledger;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import java.util.OptionalLong;

/** The log with its one way in. Safe for use by many threads. */
public interface Ledger extends EventLog {

    /**
     * Appends all events of one command, or none. When it returns they are on disk.
     *
     * @throws SequenceConflict if the stream is not as long as the caller believed; nothing was appended
     * @throws DuplicateEventId if an event id stands in the log already; nothing was appended
     * @throws OutcomeUnknown if the engine was lost underway and could not be asked in time
     * @throws casetrail.events.log.LogUnavailable if nothing was appended because the engine does not answer or is overloaded
     */
    Appended append(Append append);

    /** The newest sequence number of a stream; empty if it has no event. */
    OptionalLong lastSequence(StreamId stream);
}
