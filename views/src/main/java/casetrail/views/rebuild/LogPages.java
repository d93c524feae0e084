package casetrail.views.rebuild;

import casetrail.events.Recorded;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads and opens the events of a family of streams ahead, in order, by a thread of its own: opening is most of the work of a rebuild. A
 * failure to read comes out at the next call, a failure to open when the event is counted in.
 */
final class LogPages implements AutoCloseable {

    /** How many events are read at once. */
    static final int PAGE = 5_000;

    /** How many pages are read ahead. */
    private static final int AHEAD = 2;

    /**
     * Events that follow each other.
     *
     * @param events of the family; empty at the end of the log
     * @param next the first position behind them that may hold another one
     * @param end where the log ended before they were read
     */
    record Page(List<Opened> events, long next, long end) {}

    /**
     * An event as it is stored and as it reads.
     *
     * @param failure why it cannot be read, instead of what it says
     */
    record Opened(
            StoredEvent stored,
            @Nullable Recorded<?> event,
            @Nullable RuntimeException failure) {

        /** What it says; throws if it cannot be read. */
        Recorded<?> read() {
            if (event == null) {
                throw failure == null ? new IllegalStateException("%s was not opened".formatted(stored)) : failure;
            }
            return event;
        }
    }

    private final EventLog log;
    private final StoredEvents stored;
    private final String family;
    private final ArrayBlockingQueue<Page> read = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    LogPages(EventLog log, StoredEvents stored, String family) {
        this.log = log;
        this.stored = stored;
        this.family = family;
        this.thread = new Thread(this::work, "casetrail-pages-" + family);
        thread.setDaemon(true);
        thread.start();
    }

    /** The next page; an empty one if the log ends there. Nothing comes behind it. */
    Page next() throws InterruptedException {
        while (true) {
            var page = read.poll(100, TimeUnit.MILLISECONDS);
            if (page != null) {
                return page;
            }
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Throwable t -> throw new IllegalStateException("reading the log failed", t);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private Opened opened(StoredEvent event) {
        try {
            return new Opened(event, stored.open(event), null);
        } catch (RuntimeException e) {
            return new Opened(event, null, e);
        }
    }

    private void work() {
        long from = 0;
        try {
            while (!closed) {
                // The end is asked first: all that lies below it is there to be read.
                long end = log.end();
                var events = log.readFamily(family, from, PAGE);
                from = events.isEmpty() ? Math.max(from, end) : events.getLast().position() + 1;
                read.put(new Page(events.stream().map(this::opened).toList(), from, end));
                if (events.isEmpty()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Only close interrupts.
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }
}
