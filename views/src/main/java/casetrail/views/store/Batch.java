package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events changes, with how far it goes: one transaction.
 *
 * @param changes at most one for each stream
 * @param parked events that wait, or whose error is another than before; written over what is parked under the same stream and sequence
 * @param unparked what waits no longer
 */
public record Batch(List<Change> changes, List<Advance> advances, List<Parked> parked, List<Unparked> unparked) {

    /** The most documents, and the most streams, of one batch. */
    public static final int CHANGES_MAX = 5_000;

    public Batch {
        changes = List.copyOf(changes);
        advances = List.copyOf(advances);
        parked = List.copyOf(parked);
        unparked = List.copyOf(unparked);
        if (changes.size() > CHANGES_MAX) {
            throw new IllegalArgumentException("%d documents are more than %d".formatted(changes.size(), CHANGES_MAX));
        }
    }

    /** A batch that parks nothing. */
    public static Batch of(List<Change> changes, List<Advance> advances) {
        return new Batch(changes, advances, List.of(), List.of());
    }

    /**
     * A document that is new or changed.
     *
     * @param before the version that was loaded; absent if there was no document
     */
    public record Change(@Nullable Long before, Document after) {}

    /**
     * How far a segment is counted in now.
     *
     * @param epoch under which it is held
     */
    public record Advance(int segment, long epoch, long next) {}

    /** Parked events of a stream up to a sequence, which are dealt with. */
    public record Unparked(StreamId stream, long throughSequence) {}
}
