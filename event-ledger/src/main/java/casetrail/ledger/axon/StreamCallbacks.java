package casetrail.ledger.axon;

import casetrail.events.log.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells streams that asked for it that the log has grown, from a thread of its own that sleeps until it does. */
final class StreamCallbacks implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StreamCallbacks.class);

    private final EventLog log;
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean closed;

    StreamCallbacks(EventLog log) {
        this.log = log;
    }

    synchronized void add(Runnable callback) {
        if (closed) {
            throw new IllegalStateException("the event store is shut down");
        }
        callbacks.add(callback);
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("casetrail-stream-callbacks")
                    .start(this::run);
        }
    }

    void remove(Runnable callback) {
        callbacks.remove(callback);
    }

    private void run() {
        long seen = 0;
        while (!closed) {
            try {
                if (log.awaitBeyond(seen, LOOK)) {
                    seen = log.end();
                    callbacks.forEach(StreamCallbacks::call);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // A thread's top: while the log is away there is nothing to tell, and callers still look by themselves.
                LOG.warn("waiting for the log failed", e);
            }
        }
    }

    private static void call(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            LOG.error("a stream's callback failed", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
