package casetrail.query.upkeep;

import casetrail.edge.views.Views;
import casetrail.events.views.ViewName;
import casetrail.views.View;
import casetrail.views.ViewReader;
import casetrail.views.upkeep.Upkeep;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The views that this process keeps. However many wait for a position, the engine is asked no more often than once in {@link #LOOK}. */
final class KeptViews implements Views {

    private static final Duration LOOK = Duration.ofMillis(10);

    private final Upkeep upkeep;
    private final Map<ViewName, Counted> counted = new ConcurrentHashMap<>();

    KeptViews(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public <V> ViewReader<V> reader(View<V> view) {
        return new ViewReader<>(view, () -> upkeep.active(view));
    }

    @Override
    public boolean awaitPosition(ViewName view, long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        var known = counted.computeIfAbsent(view, Counted::new);
        while (known.next() <= position) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return true;
    }

    /** How far a view was when it was last looked at. */
    private final class Counted {
        private final ViewName view;
        private long next;
        private long lookedAt = System.nanoTime() - LOOK.toNanos();

        Counted(ViewName view) {
            this.view = view;
        }

        synchronized long next() {
            if (System.nanoTime() - lookedAt >= LOOK.toNanos()) {
                next = upkeep.counted(view);
                lookedAt = System.nanoTime();
            }
            return next;
        }
    }
}
