package casetrail.query.logfeed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request that is answered by a feed's own thread. It is completed once, whoever finds first that it is over: the feed, or the
 * container, which would else answer a reader who has gone with an error page.
 *
 * <p>The container takes its objects back as soon as an exchange is completed, and gives them to the next request. So when it is the container
 * that finds the exchange to be over, because the reader took nothing for too long, it is kept until the feed's thread has left: its failing
 * write would else cut off the answer of somebody else.
 */
final class Exchange implements AsyncListener {

    /** Longer than any write may take. */
    private static final Duration LEAVE_MAX = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private final AsyncContext context;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch left = new CountDownLatch(1);

    private Exchange(AsyncContext context) {
        this.context = context;
    }

    /** Takes the exchange over; it has no time limit of its own. */
    static Exchange of(AsyncContext context) {
        var exchange = new Exchange(context);
        context.setTimeout(0);
        context.addListener(exchange);
        return exchange;
    }

    /** What the feed writes to; after the end of the exchange nothing is let through. */
    OutputStream guarded(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int one) throws IOException {
                requireOpen();
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                requireOpen();
                out.write(bytes, from, length);
            }

            @Override
            public void flush() throws IOException {
                requireOpen();
                out.flush();
            }

            @Override
            public void close() {
                // The container closes its stream.
            }
        };
    }

    /** The feed's thread has written its last, and leaves. */
    void complete() {
        try {
            if (over.compareAndSet(false, true)) {
                context.complete();
            }
        } finally {
            left.countDown();
        }
    }

    /** No feed's thread will come. */
    void abandon() {
        left.countDown();
    }

    @Override
    public void onError(AsyncEvent event) {
        endByContainer();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        endByContainer();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A feed is never started a second time.
    }

    private void endByContainer() {
        boolean mine = over.compareAndSet(false, true);
        try {
            if (!left.await(LEAVE_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a feed did not leave its exchange within {}", LEAVE_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (mine) {
            context.complete();
        }
    }

    private void requireOpen() throws IOException {
        if (over.get()) {
            throw new IOException("the exchange is over");
        }
    }
}
