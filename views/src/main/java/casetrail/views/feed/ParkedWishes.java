package casetrail.views.feed;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import casetrail.views.View;
import casetrail.views.store.Batch;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does what was wished for parked streams, in the process that holds their segments, so that nobody else writes their documents
 * meanwhile. Events are read from the log again, so a corrected fold or an upcaster heals them.
 */
final class ParkedWishes<V> {

    /** How many streams are dealt with before the feed goes on. */
    private static final int STREAMS_MAX = 50;

    /** How many events of a stream are dealt with in one transaction. */
    private static final int EVENTS_MAX = 1_000;

    private final View<V> view;
    private final ViewTable table;
    private final EventLog log;
    private final StoredEvents stored;
    private final Holdings holdings;

    ParkedWishes(View<V> view, ViewTable table, EventLog log, StoredEvents stored, Holdings holdings) {
        this.view = view;
        this.table = table;
        this.log = log;
        this.stored = stored;
        this.holdings = holdings;
    }

    /** Looks once through what is wished for; what is left comes with the next look. */
    void fulfil() {
        var after = Optional.<StreamId>empty();
        while (true) {
            var wished = table.parkedStreams(after, true, STREAMS_MAX);
            for (var parked : wished) {
                if (holdings.holds(parked.stream())) {
                    fulfil(parked);
                }
            }
            if (wished.size() < STREAMS_MAX) {
                return;
            }
            after = Optional.of(wished.getLast().stream());
        }
    }

    private void fulfil(Parked first) {
        var stream = first.stream();
        var waiting = table.parked(stream, EVENTS_MAX);
        var events = events(waiting);
        var folding = Folding.over(view, stored, table, Set.of(stream));
        var stillParked = new ArrayList<Parked>();
        int done = 0;
        if (first.wish() == Parked.Wish.EVICT) {
            folding.evict(events.getFirst());
            done = 1;
        }
        @Nullable String error = null;
        while (done < events.size() && error == null) {
            var event = events.get(done);
            error = folding.retry(event);
            if (error == null) {
                done++;
            } else {
                stillParked.add(new Parked(stream, event.sequence(), event.position(), error, null));
            }
        }
        if (done == events.size() && !folding.hasDocument(stream)) {
            // Its first events are left out and no other has come: nothing would remember that. The wish waits for the
            // next one.
            return;
        }
        if (done == events.size() && waiting.size() == EVENTS_MAX) {
            // More may wait behind: the next one is tried with the next look.
            table.parked(stream, EVENTS_MAX + 1).stream()
                    .skip(EVENTS_MAX)
                    .forEach(p -> stillParked.add(new Parked(
                            stream, p.sequence(), p.position(), "waits for those before it", Parked.Wish.RETRY)));
        }
        var unparked = done == 0
                ? List.<Batch.Unparked>of()
                : List.of(new Batch.Unparked(stream, events.get(done - 1).sequence()));
        table.save(new Batch(folding.changes(), List.of(holdings.fence(stream)), stillParked, unparked));
    }

    private List<StoredEvent> events(List<Parked> waiting) {
        var events = new ArrayList<StoredEvent>();
        for (var parked : waiting) {
            var found = log.stream(parked.stream(), parked.sequence(), 1);
            if (found.isEmpty() || found.getFirst().sequence() != parked.sequence()) {
                throw new Gap("the log does not have %s/%d any more".formatted(parked.stream(), parked.sequence()));
            }
            events.add(found.getFirst());
        }
        return events;
    }
}
