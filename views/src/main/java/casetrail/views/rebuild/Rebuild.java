package casetrail.views.rebuild;

import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.store.ViewTable;
import java.time.Duration;

/**
 * Builds a version from the beginning of the log: one ordered read, folded in memory, written in bulk; reading, folding and writing go on
 * side by side. The version has to be created and empty. Nothing of it is read by anybody before it is whole.
 */
public final class Rebuild<V> {

    /** How many documents are in memory at once unless somebody says otherwise. */
    public static final int IN_MEMORY = 20_000;

    private final View<V> view;
    private final ViewVersion version;
    private final ViewTable table;
    private final EventLog log;
    private final StoredEvents stored;
    private final int inMemory;
    private volatile Progress progress = Progress.NONE;

    /** @param inMemory the most documents that are held in memory between two writes */
    public Rebuild(
            View<V> view, ViewVersion version, ViewTable table, EventLog log, StoredEvents stored, int inMemory) {
        this.view = view;
        this.version = version;
        this.table = table;
        this.log = log;
        this.stored = stored;
        this.inMemory = inMemory;
    }

    /** Which version it builds. */
    public ViewVersion version() {
        return version;
    }

    /** How far it is; any thread may ask. */
    public Progress progress() {
        return progress;
    }

    /**
     * Builds up to where the log ends when it comes there; from there on a feed goes on.
     *
     * @throws RuntimeException what the log or the store throws; then the version is torn and has to be dropped
     */
    public void run() throws InterruptedException {
        long began = System.nanoTime();
        try (var pages = new LogPages(log, stored, view.family());
                var writer = new BulkWriter(table, version.toString().replace('/', '-'))) {
            var workshop = new Workshop<>(view, log, stored, table, writer, inMemory);
            while (true) {
                var page = pages.next();
                workshop.count(page.events());
                progress = new Progress(
                        page.next(),
                        page.end(),
                        workshop.events(),
                        workshop.documents(),
                        workshop.parked(),
                        Duration.ofNanos(System.nanoTime() - began));
                if (page.events().isEmpty()) {
                    workshop.finish();
                    table.finish(page.next());
                    progress = new Progress(
                            page.next(),
                            page.end(),
                            workshop.events(),
                            workshop.documents(),
                            workshop.parked(),
                            Duration.ofNanos(System.nanoTime() - began));
                    return;
                }
            }
        }
    }
}
