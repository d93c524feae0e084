package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of one version of a view, with how far they go and which streams are parked. Safe for many threads.
 *
 * <p>Reading here is for the machinery; whoever answers a person reads through a {@link casetrail.views.ViewReader}, which asks for a
 * scope.
 */
public interface ViewTable {

    // ------ filling in bulk: by one process, before anybody reads

    /** Writes documents of which none is there yet. Not atomic; no order. */
    void fill(List<Document> fresh);

    /** Writes documents that are all there already. Not atomic; no order. */
    void refill(List<Document> again);

    /**
     * Makes the indexes, sets every segment to the position and, last and at once, the phase to FOLLOWING. Does nothing if that is its
     * phase already. The segments begin in epoch 0, held by nobody.
     *
     * @param next the first position that is not counted in
     */
    void finish(long next);

    // ------ following

    /** The documents of these streams that there are; at most {@link Batch#CHANGES_MAX} streams. */
    Map<StreamId, Document> load(Collection<StreamId> streams);

    /**
     * Writes all of it or nothing. An engine without transactions may write a part before it fails, in an order in which trying again
     * ends as if it had been written at once.
     *
     * @throws Overtaken if a segment is no longer held under that epoch, or a document is not what it was when loaded
     */
    void save(Batch batch);

    /** All segments, by number. */
    List<Segment> segments();

    /**
     * Takes a segment over if it is still in that epoch; the epoch goes up by one.
     *
     * @return whether it did
     */
    boolean take(int segment, long epoch, String owner);

    /** Gives a segment back so that anybody may take it at once. Does nothing if it is no longer held under that epoch. */
    void release(int segment, long epoch);

    // ------ parked streams

    /** Which of these streams are parked; at most {@link Batch#CHANGES_MAX} streams. */
    List<StreamId> parkedAmong(Collection<StreamId> streams);

    /**
     * The first parked event of each parked stream, in the order of the streams' ids.
     *
     * @param after behind which stream; absent from the first on
     * @param onlyWished only those with a wish
     */
    List<Parked> parkedStreams(Optional<StreamId> after, boolean onlyWished, int limit);

    /** The parked events of a stream, in order, at most so many. */
    List<Parked> parked(StreamId stream, int limit);

    /** How many streams are parked. */
    long parkedCount();

    /** How many events are parked, those that wait included. */
    long parkedEvents();

    /**
     * Leaves a wish at the first parked event of a stream, for the process that holds the segment.
     *
     * @return whether that event is still the first parked one of the stream
     */
    boolean wish(StreamId stream, long sequence, Parked.Wish wish);

    // ------ asking; what the shape does not declare is refused with an IllegalArgumentException

    /** A page of documents. */
    List<Document> find(Question question);

    /** How many documents fit. */
    long count(Condition where);

    /**
     * How many documents that fit have which value.
     *
     * @param field a TERM or TERMS field; documents without it are not counted
     * @param limit at most so many values, those that most documents have first, equal ones in the order of the values
     */
    List<Count> counts(Condition where, String field, int limit);

    /** One value with the number of documents that have it. */
    record Count(String value, long documents) {}
}
