package casetrail.ledger;

import casetrail.events.StreamId;

/** The stream is not as long as the appender believed: somebody else was faster. Nothing of the append is in the log. */
public final class SequenceConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient StreamId stream;
    private final long firstSequence;

    public SequenceConflict(StreamId stream, long firstSequence) {
        // Ordinary traffic under contention, so it goes without a stack trace.
        super("sequence %d does not fit stream %s".formatted(firstSequence, stream), null, false, false);
        this.stream = stream;
        this.firstSequence = firstSequence;
    }

    public StreamId stream() {
        return stream;
    }

    /** The sequence number that did not fit. */
    public long firstSequence() {
        return firstSequence;
    }
}
