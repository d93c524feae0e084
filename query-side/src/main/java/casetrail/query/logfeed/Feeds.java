package casetrail.query.logfeed;

import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Sessions;
import casetrail.edge.problem.RefusedException;
import casetrail.events.PersonId;
import casetrail.events.log.EventLog;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.query.logfeed.FeedLines.Ending;
import casetrail.query.logfeed.FeedLines.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All open feeds of this process: a bounded number, each on a thread of its own that blocks on its reader. A reader who takes nothing
 * is given up by the container's write timeout. When the server stops, every feed says so in its last line.
 */
final class Feeds implements SmartLifecycle {

    /** How many feeds are open at once. */
    static final int OPEN_MAX = 64;

    /** How many of them one person has. */
    static final int OPEN_PER_PERSON_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final EventLog log;
    private final RestrictedCases restrictedCases;
    private final Sessions sessions;
    private final Map<PersonId, Integer> open = new HashMap<>();
    private int openInAll;
    private volatile boolean running;

    Feeds(EventLog log, RestrictedCases restrictedCases, Sessions sessions) {
        this.log = log;
        this.restrictedCases = restrictedCases;
        this.sessions = sessions;
    }

    /** @throws RefusedException if too many are open; else {@link #release} has to follow, or {@link #start}, which does it in the end */
    synchronized void reserve(Asker asker) {
        int own = open.getOrDefault(asker.person(), 0);
        if (openInAll >= OPEN_MAX || own >= OPEN_PER_PERSON_MAX) {
            throw new RefusedException(Refusal.of(RefusalCode.TOO_MANY_REQUESTS)
                    .with("open", openInAll >= OPEN_MAX ? openInAll : own)
                    .with("max", openInAll >= OPEN_MAX ? OPEN_MAX : OPEN_PER_PERSON_MAX));
        }
        open.merge(asker.person(), 1, Integer::sum);
        openInAll++;
    }

    synchronized void release(Asker asker) {
        open.computeIfPresent(asker.person(), (person, own) -> own == 1 ? null : own - 1);
        openInAll--;
    }

    /** How many are open. */
    synchronized int count() {
        return openInAll;
    }

    /** Runs the feed until it is over, on a thread of its own; the place must be reserved. */
    void start(Asker asker, FeedQuery query, Form form, OutputStream out, Exchange exchange) {
        var lines = new FeedLines(out, form);
        var feed = new Feed(log, restrictedCases, query, lines, () -> interruption(asker));
        var thread = new Thread(() -> run(feed, lines, asker, exchange), "casetrail-feed-" + asker.person());
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Feed feed, FeedLines lines, Asker asker, Exchange exchange) {
        try {
            feed.run();
        } catch (IOException e) {
            LOG.debug("a feed's reader has gone: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("a feed at position {} met a defect", feed.reached(), e);
            lastWords(lines, feed.reached());
        } finally {
            release(asker);
            complete(exchange);
        }
    }

    /** The reader must not take a broken feed for the end of the log. */
    private static void lastWords(FeedLines lines, long next) {
        try {
            lines.ended(next, Ending.DEFECT);
            lines.flush();
        } catch (IOException e) {
            LOG.debug("a feed's reader has gone: {}", e.toString());
        }
    }

    private static void complete(Exchange exchange) {
        try {
            exchange.complete();
        } catch (IllegalStateException e) {
            LOG.debug("a feed's exchange was over already: {}", e.toString());
        }
    }

    private Optional<Ending> interruption(Asker asker) {
        if (!running) {
            return Optional.of(Ending.SHUTDOWN);
        }
        return sessions.stillValid(asker) ? Optional.empty() : Optional.of(Ending.REVOKED);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which waits for open answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
