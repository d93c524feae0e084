package casetrail.query.casefile;

import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Folds case files from their streams, a page at a time, each time anew: what it answers is what the log holds, never a copy. Safe for
 * many threads.
 */
public final class CaseFiles {

    /** How many events of a stream are in memory at once. */
    static final int PAGE = 500;

    /** How long a reader waits for a version that is on its way. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** How many readers wait at once; whoever comes then is answered with what there is. */
    static final int WAITING_MAX = 64;

    private final EventLog log;
    private final StoredEvents stored;
    private final Semaphore waiting = new Semaphore(WAITING_MAX);

    public CaseFiles(EventLog log, StoredEvents stored) {
        this.log = log;
        this.stored = stored;
    }

    /** Sees one event with what the case was before and after it. */
    @FunctionalInterface
    public interface Visitor {
        void see(StoredEvent stored, Recorded<CaseEvent> event, @Nullable CaseFile before, CaseFile after);
    }

    /** The case as it stands; empty if there is none. */
    public Optional<CaseFile> find(CaseId id) {
        return walk(id, (stored, event, before, after) -> {});
    }

    /** The same, shown every event on the way. */
    public Optional<CaseFile> walk(CaseId id, Visitor visitor) {
        CaseFile file = null;
        long next = 0;
        while (true) {
            var page = log.stream(id.stream(), next, PAGE);
            // A short page may have been cut for its bytes; only an empty one is the end.
            if (page.isEmpty()) {
                return Optional.ofNullable(file);
            }
            for (var event : page) {
                var recorded = open(event);
                var after = CaseFile.after(file, recorded);
                visitor.see(event, recorded, file, after);
                file = after;
            }
            next += page.size();
        }
    }

    /**
     * Waits until the log holds that version of the case, at most {@link #WAIT_MAX}.
     *
     * @return whether it does
     */
    public boolean awaitVersion(CaseId id, long version) throws InterruptedException {
        if (log.positionOf(id.stream(), version).isPresent()) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return await(id, version);
        } finally {
            waiting.release();
        }
    }

    private boolean await(CaseId id, long version) throws InterruptedException {
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        while (true) {
            // The end is asked before the stream, so that an event in between wakes the wait below.
            long end = log.end();
            if (log.positionOf(id.stream(), version).isPresent()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            log.awaitBeyond(end, Duration.ofNanos(left));
        }
    }

    /**
     * The event as one of a case.
     *
     * @throws IllegalStateException if it is none: a defect or damage
     */
    public static Recorded<CaseEvent> ofCase(Recorded<?> r) {
        if (!(r.event() instanceof CaseEvent fact)) {
            throw new IllegalStateException("%s at position %d does not belong into the stream of a case"
                    .formatted(r.event().getClass().getSimpleName(), r.position()));
        }
        return new Recorded<>(r.position(), r.stream(), r.sequence(), r.eventId(), r.recordedAt(), r.envelope(), fact);
    }

    private Recorded<CaseEvent> open(StoredEvent event) {
        return ofCase(stored.open(event));
    }
}
