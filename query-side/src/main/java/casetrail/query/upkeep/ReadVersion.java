package casetrail.query.upkeep;

import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The version of one view that is read in this process. When another one is decided upon, it is read as soon as it has counted in whatever
 * the one before has: who was told that an event is counted in finds it, whichever version answers. Safe for many threads.
 *
 * <p>However many ask, the engine is asked no more often than once in {@link #LOOK}.
 */
final class ReadVersion {

    static final Duration LOOK = Duration.ofMillis(10);

    /** A version that does not come up with the one before is read all the same after that; the one before may be dropped soon. */
    static final Duration TURN_MAX = Duration.ofSeconds(2);

    private final Supplier<ViewTable> decided;
    private final LongSupplier nanos;
    private volatile @Nullable ViewTable table;
    private volatile @Nullable ViewTable coming;
    private long comingSince;
    private long triedAt;
    private long next;
    private long lookedAt;

    /** @param decided which version is to be read, always the same object for the same version; asks nothing of the engine */
    ReadVersion(Supplier<ViewTable> decided, LongSupplier nanos) {
        this.decided = decided;
        this.nanos = nanos;
    }

    /** Its documents. */
    ViewTable table() {
        var wanted = decided.get();
        return wanted.equals(table) && coming == null ? wanted : turned(wanted);
    }

    /** The first position that it has not counted in, as of a moment ago. */
    synchronized long next() {
        var read = table();
        if (nanos.getAsLong() - lookedAt >= LOOK.toNanos()) {
            next = least(read);
            lookedAt = nanos.getAsLong();
        }
        return next;
    }

    private synchronized ViewTable turned(ViewTable wanted) {
        var current = table;
        if (current != null && !current.equals(wanted)) {
            long now = nanos.getAsLong();
            if (!wanted.equals(coming)) {
                coming = wanted;
                comingSince = now;
                triedAt = now - LOOK.toNanos();
            }
            if (now - triedAt < LOOK.toNanos()) {
                return current;
            }
            triedAt = now;
            // The one before is looked at first: what it counts in meanwhile has been told to nobody.
            long before = most(current);
            if (least(wanted) < before && now - comingSince < TURN_MAX.toNanos()) {
                return current;
            }
        }
        coming = null;
        table = wanted;
        lookedAt = nanos.getAsLong() - LOOK.toNanos();
        return wanted;
    }

    private static long least(ViewTable of) {
        return of.segments().stream().mapToLong(Segment::next).min().orElse(0);
    }

    private static long most(ViewTable of) {
        return of.segments().stream().mapToLong(Segment::next).max().orElse(0);
    }
}
