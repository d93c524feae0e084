package casetrail.query;

import casetrail.edge.views.Views;
import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.views.ViewName;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Document;
import casetrail.views.View;
import casetrail.views.ViewReader;
import casetrail.views.ViewVersion;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Views of a log in memory, folded anew whenever the log has grown: for tests of what is asked, not of how views follow. */
public final class MemoryViews implements Views {

    private static final int ALL = 1_000_000;

    private final EventLog log;
    private final StoredEvents stored = new StoredEvents(EventNames.CATALOGUE);
    private final MemoryViewStore store = new MemoryViewStore();
    private final Map<ViewName, Built> built = new HashMap<>();

    private record Built(ViewVersion version, long end, ViewTable table) {}

    public MemoryViews(EventLog log) {
        this.log = log;
    }

    @Override
    public <V> ViewReader<V> reader(View<V> view) {
        return new ViewReader<>(view, () -> table(view));
    }

    /** The documents as they are now. */
    public synchronized <V> ViewTable table(View<V> view) {
        long end = log.end();
        var before = built.get(view.name());
        if (before != null && before.end() == end) {
            return before.table();
        }
        var version = new ViewVersion(
                view.name(), before == null ? 1 : before.version().number() + 1);
        store.create(version, view.revision(), view.shape());
        var table = store.table(version, view.shape());
        table.fill(documents(view));
        table.finish(end);
        built.put(view.name(), new Built(version, end, table));
        if (before != null) {
            store.drop(before.version());
        }
        return table;
    }

    @Override
    public boolean awaitPosition(ViewName view, long position, Duration atMost) throws InterruptedException {
        return log.awaitBeyond(position, atMost);
    }

    private <V> List<Document> documents(View<V> view) {
        Map<StreamId, V> values = new LinkedHashMap<>();
        Map<StreamId, Long> versions = new HashMap<>();
        for (var event : log.read(0, ALL)) {
            if (event.stream().family().equals(view.family())) {
                @Nullable V before = values.get(event.stream());
                values.put(event.stream(), view.fold().after(before, stored.open(event)));
                versions.put(event.stream(), event.sequence());
            }
        }
        return values.entrySet().stream()
                .map(e -> view.document(e.getKey(), versions.getOrDefault(e.getKey(), 0L), e.getValue()))
                .toList();
    }
}
