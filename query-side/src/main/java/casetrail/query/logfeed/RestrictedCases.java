package casetrail.query.logfeed;

import casetrail.events.StreamId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.log.EventLog;
import casetrail.events.wire.EventNames;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which cases are visible to few, as of the moment it is asked: it reads on in the log first, and only the few events that change the
 * answer. Safe for many threads; after a restart it reads again.
 */
public final class RestrictedCases {

    private static final String RESTRICTED =
            EventNames.CATALOGUE.nameOf(CaseEvent.VisibilityRestricted.class).name();
    private static final String LIFTED =
            EventNames.CATALOGUE.nameOf(CaseEvent.RestrictionLifted.class).name();
    private static final Set<String> NAMES = Set.of(RESTRICTED, LIFTED);
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private Set<StreamId> streams = Set.of();
    private long next;

    public RestrictedCases(EventLog log) {
        this.log = log;
    }

    /** The streams of all restricted cases, everything counted in that the log holds when this is called. */
    public Set<StreamId> now() {
        lock.lock();
        try {
            readOn(log.end());
            return streams;
        } finally {
            lock.unlock();
        }
    }

    private void readOn(long end) {
        while (next < end) {
            var page = log.readNamed(NAMES, next, PAGE);
            if (page.isEmpty()) {
                next = end;
                return;
            }
            var changed = new HashSet<>(streams);
            for (var event : page) {
                if (event.name().equals(RESTRICTED)) {
                    changed.add(event.stream());
                } else {
                    changed.remove(event.stream());
                }
            }
            streams = Set.copyOf(changed);
            next = page.getLast().position() + 1;
        }
    }
}
