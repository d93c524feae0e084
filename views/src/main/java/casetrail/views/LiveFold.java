package casetrail.views;

import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.wire.StoredEvents;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small view kept in memory: reads the log from a position and follows it by one thread of its own. Any thread may ask for the value;
 * it is moments behind the log, and {@link #awaitPosition} waits for it. Nothing is durable: after a restart it reads again.
 *
 * <p>While the log does not answer it keeps its value and tries again. An event that it cannot read stops it for good: from then on
 * every question throws {@link LogUnavailable}, because an answer that leaves out an event would be wrong.
 */
public final class LiveFold<V> implements AutoCloseable {

    /** How many events are read at once. */
    static final int PAGE = 2_000;

    /** Others' events come thousands a second; unless somebody waits, they are looked at no more often than this. */
    private static final Duration LINGER = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration BACK_OFF = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(LiveFold.class);

    /** A value with the first position that is not counted in. */
    public record Seen<V>(V value, long next) {}

    private final Followed<V> followed;
    private final EventLog log;
    private final StoredEvents stored;
    private final Thread follower;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition hurry = lock.newCondition();
    private volatile Seen<V> seen;
    private volatile @Nullable Throwable stoppedBy;
    private volatile boolean closed;
    private int waiting;

    private LiveFold(Followed<V> followed, EventLog log, StoredEvents stored) {
        this.followed = followed;
        this.log = log;
        this.stored = stored;
        this.seen = new Seen<>(followed.start(), followed.from());
        this.follower = new Thread(this::follow, "casetrail-fold-" + followed.name());
        follower.setDaemon(true);
    }

    /** Begins to follow. */
    public static <V> LiveFold<V> follow(Followed<V> followed, EventLog log, StoredEvents stored) {
        var fold = new LiveFold<>(followed, log, stored);
        fold.follower.start();
        return fold;
    }

    /**
     * The value with how far it goes.
     *
     * @throws LogUnavailable if it stopped at an event that it could not read
     */
    public Seen<V> seen() {
        requireRunning();
        return seen;
    }

    /** The value; see {@link #seen}. */
    public V value() {
        return seen().value();
    }

    /** What stopped it, if anything did. */
    public Optional<Throwable> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    /**
     * Waits until the event at the position is counted in.
     *
     * @return false if that took longer
     * @throws LogUnavailable if it stopped at an event that it could not read
     */
    public boolean awaitPosition(long position, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            waiting++;
            hurry.signal();
            while (seen.next() <= position && stoppedBy == null && !closed && left > 0) {
                left = advanced.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
            lock.unlock();
        }
        return seen().next() > position;
    }

    /** Waits until all that the log holds now is counted in. */
    public boolean catchUp(Duration atMost) {
        return awaitPosition(log.end() - 1, atMost);
    }

    @Override
    public void close() {
        closed = true;
        follower.interrupt();
    }

    private void requireRunning() {
        var cause = stoppedBy;
        if (cause != null) {
            throw new LogUnavailable(
                    "the view '%s' stopped at an event from position %d on".formatted(followed.name(), seen.next()),
                    cause);
        }
    }

    private void follow() {
        while (!closed) {
            try {
                switch (advance()) {
                    case MORE -> {}
                    case CAUGHT_UP -> linger();
                    case NOTHING -> log.awaitBeyond(seen.next(), IDLE);
                }
            } catch (LogUnavailable e) {
                LOG.warn("the view '{}' waits for the log: {}", followed.name(), e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                stop(e);
                return;
            }
        }
    }

    private enum Step {
        /** There may be more at once: a page may end early, only an empty one is the end. */
        MORE,
        CAUGHT_UP,
        NOTHING
    }

    /** Counts in one page. */
    private Step advance() {
        var before = seen;
        // The end is asked first: all that lies below it is there to be read, so an empty page moves the position too.
        long end = log.end();
        if (before.next() >= end) {
            return Step.NOTHING;
        }
        var family = followed.family();
        var page = family == null ? log.read(before.next(), PAGE) : log.readFamily(family, before.next(), PAGE);
        var value = before.value();
        for (var event : page) {
            value = followed.fold().after(value, stored.open(event));
        }
        long next = page.isEmpty() ? end : page.getLast().position() + 1;
        publish(new Seen<>(value, next));
        return next < end ? Step.MORE : Step.CAUGHT_UP;
    }

    private void publish(Seen<V> now) {
        lock.lock();
        try {
            seen = now;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void linger() throws InterruptedException {
        lock.lock();
        try {
            long left = LINGER.toNanos();
            while (waiting == 0 && left > 0) {
                left = hurry.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BACK_OFF.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Throwable cause) {
        if (closed) {
            return;
        }
        LOG.error("the view '{}' stopped behind position {}", followed.name(), seen.next(), cause);
        lock.lock();
        try {
            stoppedBy = cause;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
