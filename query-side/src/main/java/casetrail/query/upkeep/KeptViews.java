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

/** The views that this process keeps; see {@link ReadVersion} for what is read while another version is turned to. */
final class KeptViews implements Views {

    private final Upkeep upkeep;
    private final Map<ViewName, ReadVersion> read = new ConcurrentHashMap<>();

    KeptViews(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public <V> ViewReader<V> reader(View<V> view) {
        var version = read(view.name());
        return new ViewReader<>(view, version::table);
    }

    @Override
    public boolean awaitPosition(ViewName view, long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        var version = read(view);
        while (version.next() <= position) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(ReadVersion.LOOK.toNanos());
        }
        return true;
    }

    private ReadVersion read(ViewName view) {
        return read.computeIfAbsent(view, v -> new ReadVersion(() -> upkeep.active(v), System::nanoTime));
    }
}
