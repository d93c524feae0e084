package casetrail.views.feed;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewTable;
import casetrail.views.store.ViewsUnavailable;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one version of a view following the log, by one thread of its own, for the segments that this process holds. Every batch is one
 * transaction of documents and progress, so after a crash each event is counted in exactly once.
 *
 * <p>While the log or the store does not answer, it tries again. A {@link Gap}, an event that this program does not know, or too many
 * parked events stop it for good: {@link #stoppedBy} tells. What it holds then is given back at once.
 */
public final class Feed<V> implements AutoCloseable {

    /** How many events are read, folded and written at once. */
    static final int BATCH = 2_000;

    /**
     * Under load a few events come at a time, and each batch costs a transaction; so a batch that is not full begins no sooner than this
     * after the one before. Who comes alone does not wait.
     */
    private static final Duration LINGER = Duration.ofMillis(20);

    private static final Duration BACK_OFF = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final View<V> view;
    private final ViewVersion version;
    private final ViewTable table;
    private final EventLog log;
    private final StoredEvents stored;
    private final FeedTold told;
    private final Holdings holdings;
    private final ParkedWishes<V> wishes;
    private final Thread follower;
    private volatile @Nullable Throwable stoppedBy;
    private volatile boolean closed;
    private long lookedAt = Long.MIN_VALUE;

    /** Nothing is read before {@link #start}. */
    public Feed(
            View<V> view,
            ViewVersion version,
            ViewTable table,
            EventLog log,
            StoredEvents stored,
            Membership members,
            FeedTold told) {
        this.view = view;
        this.version = version;
        this.table = table;
        this.log = log;
        this.stored = stored;
        this.told = told;
        this.holdings = new Holdings(table, members);
        this.wishes = new ParkedWishes<>(view, table, log, stored, holdings);
        this.follower =
                new Thread(this::follow, "casetrail-feed-" + version.toString().replace('/', '-'));
        follower.setDaemon(true);
    }

    /** Begins to follow. */
    public void start() {
        follower.start();
    }

    /** Which version it feeds. */
    public ViewVersion version() {
        return version;
    }

    /** What stopped it, if anything did. */
    public Optional<Throwable> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    /** Ends it and gives back what it holds. */
    @Override
    public void close() {
        closed = true;
        follower.interrupt();
        try {
            follower.join(BACK_OFF.multipliedBy(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!closed) {
            try {
                step();
            } catch (LogUnavailable | ViewsUnavailable e) {
                LOG.warn("the view {} waits: {}", version, e.getMessage());
                lookedAt = Long.MIN_VALUE;
                pause();
            } catch (Overtaken e) {
                LOG.info("another process has taken over a part of the view {}: {}", version, e.getMessage());
                lookedAt = Long.MIN_VALUE;
            } catch (InterruptedException e) {
                // Only close interrupts.
                break;
            } catch (RuntimeException | Error e) {
                if (!closed) {
                    LOG.error("the view {} stopped; nothing is counted in any more", version, e);
                    stoppedBy = e;
                }
                break;
            }
        }
        release();
    }

    private void release() {
        // An interrupt that is still set would break the connection that gives the segments back.
        boolean interrupted = Thread.interrupted();
        try {
            holdings.releaseAll();
        } catch (RuntimeException e) {
            LOG.warn("the view {} could not give its segments back: {}", version, e.getMessage());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        if (isTimeToLook()) {
            holdings.refresh();
            wishes.fulfil();
            lookedAt = System.nanoTime();
        }
        if (holdings.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(Membership.BEAT.toMillis());
            return;
        }
        long began = System.nanoTime();
        int read = advance();
        if (read < 0) {
            log.awaitBeyond(holdings.from(), Membership.BEAT);
        } else if (read < BATCH) {
            TimeUnit.NANOSECONDS.sleep(LINGER.toNanos() - (System.nanoTime() - began));
        }
    }

    private boolean isTimeToLook() {
        return lookedAt == Long.MIN_VALUE || System.nanoTime() - lookedAt >= Membership.BEAT.toNanos();
    }

    /** Counts in one batch and tells how many events were read; -1 if there was nothing. */
    private int advance() {
        long began = System.nanoTime();
        // The end is asked first: all that lies below it is there to be read, so an empty page moves the position too.
        long end = log.end();
        long from = holdings.from();
        if (from >= end) {
            return -1;
        }
        var page = log.readFamily(view.family(), from, BATCH);
        var wanted = page.stream()
                .filter(e -> holdings.wants(e.stream(), e.position()))
                .toList();
        var streams = new LinkedHashSet<StreamId>();
        wanted.forEach(e -> streams.add(e.stream()));
        var folding = Folding.over(view, stored, table, streams);
        wanted.forEach(folding::feed);
        var changes = folding.changes();
        var advances = holdings.advances(page.isEmpty() ? end : page.getLast().position() + 1);
        requireRoom(folding.parked());
        table.save(new Batch(changes, advances, folding.parked(), List.of()));
        holdings.advanced(advances);
        tell(wanted, folding.parked().size(), began);
        return page.size();
    }

    private void tell(List<StoredEvent> counted, int parked, long began) {
        if (!counted.isEmpty()) {
            told.counted(counted.size(), counted.getFirst().recordedAt(), Duration.ofNanos(System.nanoTime() - began));
        }
        if (parked > 0) {
            LOG.warn("the view {} parked {} events; see its parked streams", version, parked);
            told.parked(parked);
        }
    }

    private void requireRoom(List<Parked> parked) {
        if (!parked.isEmpty() && table.parkedEvents() + parked.size() > Parked.EVENTS_MAX) {
            throw new IllegalStateException("more than %d events are parked".formatted(Parked.EVENTS_MAX));
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
