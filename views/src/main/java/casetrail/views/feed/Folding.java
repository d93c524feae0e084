package casetrail.views.feed;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.StoredEvents;
import casetrail.events.wire.UnknownEvent;
import casetrail.views.Document;
import casetrail.views.View;
import casetrail.views.store.Batch;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch of events into the documents that they touch: each loaded once, folded, and to be written once. An event whose
 * fold fails parks its stream, and so does every event behind it; an event of which the one before is missing stops everything.
 *
 * @param <V> what the view keeps
 */
final class Folding<V> {

    private final View<V> view;
    private final StoredEvents stored;
    private final Map<StreamId, Draft<V>> drafts = new LinkedHashMap<>();
    private final Set<StreamId> parkedStreams = new LinkedHashSet<>();
    private final List<Parked> parked = new ArrayList<>();

    /** A document while events are folded in. */
    private static final class Draft<V> {
        final @Nullable Long loadedVersion;
        final @Nullable V loaded;
        final List<StoredEvent> folded = new ArrayList<>();
        long version;

        @Nullable
        V value;

        Draft(@Nullable Document document, View<V> view) {
            loadedVersion = document == null ? null : document.version();
            loaded = document == null ? null : view.form().read(document.json());
            undo();
        }

        final void undo() {
            folded.clear();
            version = loadedVersion == null ? -1 : loadedVersion;
            value = loaded;
        }
    }

    private Folding(View<V> view, StoredEvents stored) {
        this.view = view;
        this.stored = stored;
    }

    /** Loads what these streams have. */
    static <V> Folding<V> over(View<V> view, StoredEvents stored, ViewTable table, Set<StreamId> streams) {
        var folding = new Folding<>(view, stored);
        var documents = table.load(streams);
        for (var stream : streams) {
            folding.drafts.put(stream, new Draft<>(documents.get(stream), view));
        }
        folding.parkedStreams.addAll(table.parkedAmong(streams));
        return folding;
    }

    /**
     * Counts in one event of the feed. What is counted in already is left alone.
     *
     * @throws Gap if the event before it is missing
     * @throws UnknownEvent if this program does not know the event's name or revision: then a newer one is needed
     */
    void feed(StoredEvent event) {
        var draft = draft(event.stream());
        if (event.sequence() <= draft.version) {
            // Also where the stream is parked: a batch that was cut off may have written both and not its progress.
            return;
        }
        if (parkedStreams.contains(event.stream())) {
            park(event, null);
        } else {
            if (event.sequence() != draft.version + 1) {
                throw new Gap("the view '%s' has %s up to sequence %d and met %d at position %d"
                        .formatted(view.name(), event.stream(), draft.version, event.sequence(), event.position()));
            }
            var error = fold(event, draft);
            if (error != null) {
                park(event, error);
            }
        }
    }

    /** Counts in one parked event, unless it is counted in already; what is wrong with it, if anything is. */
    @Nullable
    String retry(StoredEvent event) {
        var draft = draft(event.stream());
        return event.sequence() <= draft.version ? null : foldAndWrite(event, draft);
    }

    /** Leaves one event out of its document. Without a document there is nothing to leave it out of. */
    void evict(StoredEvent event) {
        var draft = draft(event.stream());
        draft.version = Math.max(draft.version, event.sequence());
    }

    /** Whether there is anything to write down for the stream. */
    boolean hasDocument(StreamId stream) {
        return draft(stream).value != null;
    }

    /** The documents that are not as they were loaded; with it, it is settled what is parked. */
    List<Batch.Change> changes() {
        var changes = new ArrayList<Batch.Change>();
        drafts.forEach((stream, draft) -> {
            var document = document(stream, draft);
            if (document != null && !Objects.equals(draft.loadedVersion, document.version())) {
                changes.add(new Batch.Change(draft.loadedVersion, document));
            }
        });
        return changes;
    }

    /** The events to park, complete once {@link #changes} was asked. */
    List<Parked> parked() {
        return parked;
    }

    /** Documents are written once for a batch; if that fails, event by event, to find the one at fault. */
    private @Nullable Document document(StreamId stream, Draft<V> draft) {
        try {
            return written(stream, draft);
        } catch (RuntimeException e) {
            var again = List.copyOf(draft.folded);
            draft.undo();
            // What failed to fold behind the one at fault waits for it.
            parked.replaceAll(p -> p.stream().equals(stream) ? p.waiting() : p);
            boolean behind = false;
            for (var event : again) {
                var error = behind ? null : foldAndWrite(event, draft);
                if (behind || error != null) {
                    park(event, error);
                    behind = true;
                }
            }
            return written(stream, draft);
        }
    }

    private @Nullable Document written(StreamId stream, Draft<V> draft) {
        return draft.value == null ? null : view.document(stream, draft.version, draft.value);
    }

    /** What cannot be written down is not folded in either. */
    private @Nullable String foldAndWrite(StoredEvent event, Draft<V> draft) {
        long version = draft.version;
        var value = draft.value;
        var error = fold(event, draft);
        if (error != null) {
            return error;
        }
        try {
            written(event.stream(), draft);
            return null;
        } catch (RuntimeException e) {
            draft.version = version;
            draft.value = value;
            draft.folded.removeLast();
            return told(e);
        }
    }

    private void park(StoredEvent event, @Nullable String error) {
        parkedStreams.add(event.stream());
        parked.add(new Parked(event.stream(), event.sequence(), event.position(), error, null));
    }

    private Draft<V> draft(StreamId stream) {
        var draft = drafts.get(stream);
        if (draft == null) {
            throw new IllegalArgumentException("%s was not loaded".formatted(stream));
        }
        return draft;
    }

    /** A failing fold changes nothing; the error in words. */
    private @Nullable String fold(StoredEvent event, Draft<V> draft) {
        try {
            draft.value = view.fold().after(draft.value, stored.open(event));
        } catch (UnknownEvent e) {
            throw e;
        } catch (RuntimeException e) {
            return told(e);
        }
        draft.version = event.sequence();
        draft.folded.add(event);
        return null;
    }

    private static String told(RuntimeException e) {
        return "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage());
    }
}
