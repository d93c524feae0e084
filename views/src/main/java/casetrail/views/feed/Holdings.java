package casetrail.views.feed;

import casetrail.events.StreamId;
import casetrail.views.store.Batch;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The segments of one version that this process holds, with how far each is counted in. Used by the feed's own thread. */
final class Holdings {

    private final ViewTable table;
    private final Membership members;
    private final Map<Integer, Segment> held = new TreeMap<>();

    Holdings(ViewTable table, Membership members) {
        this.table = table;
        this.members = members;
    }

    /** Gives back what is more than a fair share, takes what is free or was a dead process's, and learns what was lost. */
    void refresh() {
        held.clear();
        int share = members.fairShare();
        var segments = table.segments();
        for (var segment : segments) {
            if (members.self().equals(segment.owner())) {
                if (held.size() < share) {
                    held.put(segment.number(), segment);
                } else {
                    table.release(segment.number(), segment.epoch());
                }
            }
        }
        boolean took = false;
        int wanted = share - held.size();
        for (var segment : segments) {
            if (wanted > 0 && isFree(segment) && table.take(segment.number(), segment.epoch(), members.self())) {
                wanted--;
                took = true;
            }
        }
        if (took) {
            // Read again: between the look and the taking over, the one before may have written.
            table.segments().stream()
                    .filter(s -> members.self().equals(s.owner()))
                    .forEach(s -> held.put(s.number(), s));
        }
    }

    private boolean isFree(Segment segment) {
        return segment.owner() == null || !members.isAlive(segment.owner());
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    int count() {
        return held.size();
    }

    boolean holds(StreamId stream) {
        return held.containsKey(Segment.of(stream));
    }

    /** Whether the event at the position has to be counted in here. */
    boolean wants(StreamId stream, long position) {
        var segment = held.get(Segment.of(stream));
        return segment != null && position >= segment.next();
    }

    /** From where to read so that no held segment misses an event. */
    long from() {
        return held.values().stream().mapToLong(Segment::next).min().orElseThrow();
    }

    /** What to write when everything below a position is counted in. */
    List<Batch.Advance> advances(long next) {
        return held.values().stream()
                .filter(s -> s.next() < next)
                .map(s -> new Batch.Advance(s.number(), s.epoch(), next))
                .toList();
    }

    /** The fence for a write that leaves the progress where it is. */
    Batch.Advance fence(StreamId stream) {
        var segment = held.get(Segment.of(stream));
        if (segment == null) {
            throw new IllegalStateException("the segment of %s is not held".formatted(stream));
        }
        return new Batch.Advance(segment.number(), segment.epoch(), segment.next());
    }

    /** After that was written. */
    void advanced(List<Batch.Advance> advances) {
        for (var a : advances) {
            held.put(a.segment(), new Segment(a.segment(), a.next(), a.epoch(), members.self()));
        }
    }

    void releaseAll() {
        held.values().forEach(s -> table.release(s.number(), s.epoch()));
        held.clear();
    }
}
