package casetrail.events.log;

import casetrail.events.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The log, read only. Positions start at 0, have no gaps and follow commit order, also when several processes write; what was
 * once seen below {@link #end()} never changes. Safe for use by many threads. Reads answer only what is durable.
 *
 * <p>An engine that cannot be reached throws {@link LogUnavailable}; nothing is ever skipped.
 */
public interface EventLog {

    /** The most events one call of {@link #read} or {@link #stream} gives out, however many were asked for. */
    int PAGE_MAX = 10_000;

    /** The position after the last event: the number of events in the log. */
    long end();

    /**
     * The events from a position on, in order, without gaps; empty exactly if {@code from >= end()}.
     *
     * @param from first position wanted, 0 or more
     * @param max at most this many, 1 to {@link #PAGE_MAX}
     */
    List<StoredEvent> read(long from, int max);

    /**
     * The events of one stream from a sequence number on, in order; empty if there are none.
     *
     * @param max at most this many, 1 to {@link #PAGE_MAX}
     */
    List<StoredEvent> stream(StreamId stream, long fromSequence, int max);

    /**
     * The next events of one family of streams from a position on, in order; empty exactly if there are none below the {@link #end()}
     * at the time of the call, and not less than one otherwise. An engine may answer without giving out all the others.
     *
     * @param family what stands before the first hyphen of a stream's name
     * @param max at most this many, 1 to {@link #PAGE_MAX}
     */
    default List<StoredEvent> readFamily(String family, long from, int max) {
        return EventPages.next(this, from, max, e -> e.stream().family().equals(family));
    }

    /**
     * The next events with certain stored names, as {@link #readFamily} gives those of a family. For events that are rare.
     *
     * @param max at most this many, 1 to {@link #PAGE_MAX}
     */
    default List<StoredEvent> readNamed(Set<String> names, long from, int max) {
        return EventPages.next(this, from, max, e -> names.contains(e.name()));
    }

    /** The position of one event of a stream; empty if the stream does not have it yet. */
    OptionalLong positionOf(StreamId stream, long sequence);

    /** The first position whose recordedAt is at or after the moment; {@link #end()} if there is none. */
    long positionAt(Instant moment);

    /**
     * Waits until the log is longer than {@code position}, at most for the given time; wakes within milliseconds of a commit in
     * this or another process.
     *
     * @return whether {@code end() > position} now
     */
    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
