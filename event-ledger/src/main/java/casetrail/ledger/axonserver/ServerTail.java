package casetrail.ledger.axonserver;

import casetrail.events.log.LogUnavailable;
import casetrail.ledger.LogEnd;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the end of the server's log on a stream of its own, so that readers sleep until something comes. */
final class ServerTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTail.class);
    private static final long LOOK_MILLIS = 500;
    private static final Duration END_PATIENCE = Duration.ofSeconds(2);

    private final ServerReads reads;
    private final LogEnd end = new LogEnd();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    ServerTail(ServerReads reads) {
        this.reads = reads;
        this.thread = Thread.ofPlatform().daemon().name("casetrail-server-tail").start(this::run);
    }

    void seen(long position) {
        end.advanceTo(position);
    }

    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return end.awaitBeyond(position, atMost);
    }

    private void run() {
        while (closing.getCount() > 0) {
            try {
                follow();
            } catch (LogUnavailable e) {
                LOG.warn("following Axon Server was interrupted, trying again: {}", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // A thread's top: the connector throws many kinds, and none may end the tail.
                LOG.warn("following Axon Server failed, trying again", e);
                pause();
            }
        }
    }

    private void follow() throws InterruptedException {
        end.advanceTo(reads.end());
        try (var stream = reads.open(end.known())) {
            while (closing.getCount() > 0 && !stream.isClosed()) {
                var next = stream.nextIfAvailable(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    end.advanceTo(next.getToken() + 1);
                }
            }
        }
    }

    private void pause() {
        try {
            closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(END_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
