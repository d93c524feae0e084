package casetrail.query.logfeed;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.query.logfeed.FeedLines.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open feed: reads a page, writes it, and reads the next only when the reader has taken it. Runs on one thread, which it blocks.
 * Every event that the reader may see and wants is written exactly once, in order; lines that are no events say how far it came.
 */
final class Feed {

    /** How soon an ended session or a stopping server is noticed while nothing happens. */
    static final Duration GLANCE = Duration.ofMillis(500);

    /** After so many glances without a line the reader hears that the feed is alive: 10 s. */
    static final int GLANCES_TO_HEARTBEAT = 20;

    /** After so many pages without a line, too: filters may let nothing pass for long. */
    static final int PAGES_TO_HEARTBEAT = 50;

    private final EventLog log;
    private final RestrictedCases restrictedCases;
    private final FeedQuery query;
    private final FeedLines lines;
    private final Supplier<Optional<Ending>> interrupted;
    private final Pages pages;
    private final NameFilter names;
    private final @Nullable UnitFilter unit;

    private Set<StreamId> withheld = Set.of();
    private long next;
    private long written;
    private int quietPages;
    private @Nullable Instant recordedAt;

    /** @param interrupted says why the feed has to end, if it has to */
    Feed(
            EventLog log,
            RestrictedCases restrictedCases,
            FeedQuery query,
            FeedLines lines,
            Supplier<Optional<Ending>> interrupted) {
        this.log = log;
        this.restrictedCases = restrictedCases;
        this.query = query;
        this.lines = lines;
        this.interrupted = interrupted;
        this.pages = new Pages(log, query.stream());
        this.names = new NameFilter(query.names());
        this.unit = query.unit() == null ? null : new UnitFilter(query.unit());
        this.next = query.from();
    }

    /**
     * Returns when the feed is over.
     *
     * @throws IOException if the reader has gone, or did not take what was written in time
     */
    void run() throws IOException, InterruptedException {
        try {
            var ending = query.follow() ? follow() : once();
            if (ending.isPresent()) {
                lines.ended(next, ending.get());
            }
        } catch (LogUnavailable e) {
            lines.ended(next, Ending.UNAVAILABLE);
        }
        lines.flush();
    }

    /** The first position that it has not dealt with. */
    long reached() {
        return next;
    }

    /** What the log held when it began, and no more: on a busy log an end would never come. */
    private Optional<Ending> once() throws IOException {
        long until = Math.max(next, log.end());
        while (next < until) {
            var ending = interrupted.get();
            if (ending.isPresent()) {
                return ending;
            }
            if (pageReachedLimit(until)) {
                return Optional.empty();
            }
        }
        endOfLog();
        return Optional.empty();
    }

    private Optional<Ending> follow() throws IOException, InterruptedException {
        boolean told = false;
        while (true) {
            var ending = interrupted.get();
            if (ending.isPresent()) {
                return ending;
            }
            long before = next;
            if (pageReachedLimit(Long.MAX_VALUE)) {
                return Optional.empty();
            }
            if (next > before) {
                told = false;
                continue;
            }
            if (!told) {
                endOfLog();
                lines.flush();
                told = true;
            }
            ending = await();
            if (ending.isPresent()) {
                return ending;
            }
        }
    }

    /** Writes one page; true if that was all that was asked for. */
    private boolean pageReachedLimit(long until) throws IOException {
        var page = pages.read(next);
        if (page.next() > next && !query.rights().restricted()) {
            withheld = restrictedCases.now();
        }
        long before = written;
        for (var event : page.events()) {
            if (event.position() >= until) {
                next = until;
                return false;
            }
            boolean shown = wanted(event);
            if (shown) {
                lines.event(event, withheld.contains(event.stream()));
                written++;
            }
            // Only now: an event that a defect kept back must not be skipped by who comes back.
            next = event.position() + 1;
            recordedAt = event.recordedAt();
            if (shown && written >= query.limit()) {
                lines.limitReached(next);
                return true;
            }
        }
        if (page.next() > next) {
            next = Math.min(page.next(), until);
            recordedAt = null;
        }
        heartbeatIfQuiet(written > before);
        return false;
    }

    private void heartbeatIfQuiet(boolean spoke) throws IOException {
        quietPages = spoke ? 0 : quietPages + 1;
        if (quietPages >= PAGES_TO_HEARTBEAT) {
            quietPages = 0;
            lines.heartbeat(next);
            lines.flush();
        }
    }

    private boolean wanted(StoredEvent event) {
        return query.rights().shows(event.stream())
                && names.passes(event.name())
                && (unit == null || unit.passes(event));
    }

    private void endOfLog() throws IOException {
        quietPages = 0;
        if (recordedAt == null && next > 0) {
            var last = log.read(next - 1, 1);
            recordedAt = last.isEmpty() ? null : last.getFirst().recordedAt();
        }
        lines.endOfLog(next, recordedAt);
    }

    /** Until the log grows; empty if it did, else why the feed ends. */
    private Optional<Ending> await() throws IOException, InterruptedException {
        int glances = 0;
        while (!log.awaitBeyond(next, GLANCE)) {
            var ending = interrupted.get();
            if (ending.isPresent()) {
                return ending;
            }
            if (++glances == GLANCES_TO_HEARTBEAT) {
                glances = 0;
                lines.heartbeat(next);
                lines.flush();
            }
        }
        return Optional.empty();
    }
}
