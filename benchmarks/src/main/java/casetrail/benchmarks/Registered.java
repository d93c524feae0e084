package casetrail.benchmarks;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The cases whose registration was acknowledged. Safe for many threads. */
final class Registered {

    private final Set<String> cases = ConcurrentHashMap.newKeySet();
    private volatile String last = "";
    private final long before;
    private final AtomicReference<Known> known;

    /**
     * What every reader may rely on from now on.
     *
     * @param position of the last event that was acknowledged
     * @param cases how many there are at that position, at least
     */
    record Known(long position, long cases) {}

    Registered(Known before) {
        this.before = before.cases();
        this.known = new AtomicReference<>(before);
    }

    /** How many cases there were at first. */
    long before() {
        return before;
    }

    Known known() {
        return known.get();
    }

    void acknowledged(String id, long position) {
        cases.add(id);
        last = id;
        known.updateAndGet(k -> new Known(Math.max(k.position(), position), k.cases() + 1));
    }

    /** One of them; empty if there is none. */
    String last() {
        return last;
    }

    int count() {
        return cases.size();
    }

    /** Those that are not among the seen. */
    Set<String> without(Set<String> seen) {
        var missing = new HashSet<>(cases);
        missing.removeAll(seen);
        return missing;
    }
}
