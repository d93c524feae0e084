package casetrail.query.logfeed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request that is answered by a feed's own thread. It is completed once, whoever finds first that it is over: the feed, or the
 * container, which would else answer a reader who has gone with an error page.
 */
final class Exchange implements AsyncListener {

    private final AsyncContext context;
    private final AtomicBoolean over = new AtomicBoolean();

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

    void complete() {
        if (over.compareAndSet(false, true)) {
            context.complete();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A feed is never started a second time.
    }
}
