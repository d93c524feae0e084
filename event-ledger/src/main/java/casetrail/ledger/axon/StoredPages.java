package casetrail.ledger.axon;

import casetrail.events.log.StoredEvent;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;

/** Walks stored events page by page; the next page is read when it is needed. */
final class StoredPages implements Iterator<StoredEvent> {

    private final int pageEvents;
    private final Page page;
    private final ToLongFunction<StoredEvent> number;
    private long from;
    private Iterator<StoredEvent> current = List.<StoredEvent>of().iterator();
    private boolean ended;

    /** Reads at most {@code max} events from a number on. */
    interface Page {
        List<StoredEvent> read(long from, int max);
    }

    StoredPages(long from, int pageEvents, Page page, ToLongFunction<StoredEvent> number) {
        this.from = from;
        this.pageEvents = pageEvents;
        this.page = page;
        this.number = number;
    }

    @Override
    public boolean hasNext() {
        if (!current.hasNext() && !ended) {
            var events = page.read(from, pageEvents);
            current = events.iterator();
            ended = events.isEmpty();
        }
        return current.hasNext();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var event = current.next();
        from = number.applyAsLong(event) + 1;
        return event;
    }
}
