package casetrail.views.rebuild;

import casetrail.events.StreamId;
import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import casetrail.events.wire.UnknownEvent;
import casetrail.views.Document;
import casetrail.views.View;
import casetrail.views.rebuild.LogPages.Opened;
import casetrail.views.store.Batch;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a version while it is built: those touched last in memory, the others already written. Used by one thread; what it
 * has written is written by another, see {@link BulkWriter}.
 */
final class Workshop<V> {

    /** How many events may be parked by one transaction. */
    private static final int PARKED_AT_ONCE = 1_000;

    private final View<V> view;
    private final EventLog log;
    private final StoredEvents stored;
    private final ViewTable table;
    private final BulkWriter writer;
    private final int inMemoryMax;
    /** In the order of the last touch, the longest ago first. */
    private final LinkedHashMap<StreamId, Piece<V>> inMemory = new LinkedHashMap<>(16, 0.75f, true);

    /** With the first event that failed. */
    private final Map<StreamId, Parked> parkedStreams = new HashMap<>();

    private final Map<List<Object>, Parked> toPark = new LinkedHashMap<>();
    private long events;
    private long documents;
    private long parked;

    private static final class Piece<V> {
        boolean inTable;
        boolean dirty;
        long version = -1;

        @Nullable
        V value;
    }

    Workshop(View<V> view, EventLog log, StoredEvents stored, ViewTable table, BulkWriter writer, int inMemoryMax) {
        this.view = view;
        this.log = log;
        this.stored = stored;
        this.table = table;
        this.writer = writer;
        this.inMemoryMax = inMemoryMax;
    }

    long events() {
        return events;
    }

    long documents() {
        return documents;
    }

    long parked() {
        return parked;
    }

    /** Counts in a page; each stream's events have to come in order and without gaps. */
    void count(List<Opened> page) throws InterruptedException {
        bringBack(page.stream().map(Opened::stored).toList());
        for (var event : page) {
            count(event);
        }
        while (inMemory.size() > inMemoryMax) {
            spill(Math.max(1, inMemoryMax / 4));
        }
        if (toPark.size() >= PARKED_AT_ONCE) {
            park();
        }
    }

    /** Writes whatever is not written yet. */
    void finish() throws InterruptedException {
        while (!inMemory.isEmpty()) {
            spill(BulkWriter.DOCUMENTS_AT_ONCE);
        }
        writer.drain();
        park();
    }

    private void count(Opened opened) {
        var event = opened.stored();
        events++;
        var stream = event.stream();
        if (parkedStreams.containsKey(stream)) {
            park(event, null);
            return;
        }
        var piece = inMemory.computeIfAbsent(stream, s -> new Piece<>());
        if (event.sequence() != piece.version + 1) {
            throw new IllegalStateException("%s is built up to sequence %d and met %d at position %d"
                    .formatted(stream, piece.version, event.sequence(), event.position()));
        }
        try {
            piece.value = view.fold().after(piece.value, opened.read());
            piece.version = event.sequence();
            piece.dirty = true;
        } catch (UnknownEvent e) {
            throw e;
        } catch (RuntimeException e) {
            park(event, told(e));
        }
    }

    /** Loads what was written already and is touched again. */
    private void bringBack(List<StoredEvent> page) throws InterruptedException {
        var wanted = new LinkedHashSet<StreamId>();
        for (var event : page) {
            if (event.sequence() > 0 && !inMemory.containsKey(event.stream())) {
                wanted.add(event.stream());
            }
        }
        // Those that begin in this very page are not written anywhere.
        page.stream().filter(e -> e.sequence() == 0).forEach(e -> wanted.remove(e.stream()));
        wanted.removeAll(parkedStreams.keySet());
        if (wanted.isEmpty()) {
            return;
        }
        writer.drain();
        var streams = List.copyOf(wanted);
        for (int i = 0; i < streams.size(); i += Batch.CHANGES_MAX) {
            table.load(streams.subList(i, Math.min(streams.size(), i + Batch.CHANGES_MAX)))
                    .forEach(this::keep);
        }
    }

    private void keep(StreamId stream, Document document) {
        var piece = new Piece<V>();
        piece.inTable = true;
        piece.version = document.version();
        piece.value = view.form().read(document.json());
        inMemory.put(stream, piece);
    }

    /** Gives the longest untouched ones to the writer. */
    private void spill(int count) throws InterruptedException {
        var fresh = new ArrayList<Document>();
        var again = new ArrayList<Document>();
        var all = inMemory.entrySet().iterator();
        for (int i = 0; i < count && all.hasNext(); i++) {
            var entry = all.next();
            var piece = entry.getValue();
            all.remove();
            if (piece.dirty && piece.value != null) {
                var document = document(entry.getKey(), piece);
                if (document != null) {
                    (piece.inTable ? again : fresh).add(document);
                }
            }
        }
        documents += fresh.size();
        writer.write(fresh, again);
    }

    private @Nullable Document document(StreamId stream, Piece<V> piece) {
        try {
            return written(stream, piece);
        } catch (RuntimeException e) {
            return carefully(stream, piece.version);
        }
    }

    private @Nullable Document written(StreamId stream, Piece<V> piece) {
        return piece.value == null ? null : view.document(stream, piece.version, piece.value);
    }

    /** Folds a stream again event by event, because its document cannot be written: the event at fault is parked, with all behind it. */
    private @Nullable Document carefully(StreamId stream, long through) {
        var piece = new Piece<V>();
        var failedLater = parkedStreams.remove(stream);
        if (failedLater != null) {
            toPark(failedLater.waiting());
        }
        Document last = null;
        boolean behind = false;
        for (long sequence = 0; sequence <= through; sequence++) {
            var event = log.stream(stream, sequence, 1).getFirst();
            if (behind) {
                park(event, null);
                continue;
            }
            try {
                piece.value = view.fold().after(piece.value, stored.open(event));
                piece.version = sequence;
                last = written(stream, piece);
            } catch (RuntimeException e) {
                park(event, told(e));
                behind = true;
            }
        }
        return last;
    }

    private void park(StoredEvent event, @Nullable String error) {
        var it = new Parked(event.stream(), event.sequence(), event.position(), error, null);
        parkedStreams.putIfAbsent(event.stream(), it);
        toPark(it);
        parked++;
        if (parked > Parked.EVENTS_MAX) {
            throw new IllegalStateException("more than %d events are parked".formatted(Parked.EVENTS_MAX));
        }
    }

    private void toPark(Parked it) {
        toPark.put(List.of(it.stream(), it.sequence()), it);
    }

    private void park() {
        if (!toPark.isEmpty()) {
            table.save(new Batch(List.of(), List.of(), List.copyOf(toPark.values()), List.of()));
            toPark.clear();
        }
    }

    private static String told(RuntimeException e) {
        return "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
