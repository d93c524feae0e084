package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One version in a {@link MemoryViewStore}. */
final class MemoryViewTable implements ViewTable {

    private final MemoryViewStore store;
    private final ViewVersion version;
    private final Shape shape;

    MemoryViewTable(MemoryViewStore store, ViewVersion version, Shape shape) {
        this.store = store;
        this.version = version;
        this.shape = shape;
    }

    private <T> T with(Function<MemoryVersion, T> work) {
        synchronized (store) {
            return work.apply(store.version(version));
        }
    }

    @Override
    public void fill(List<Document> fresh) {
        with(kept -> {
            fresh.forEach(document -> kept.documents.put(document.stream(), document));
            return true;
        });
    }

    @Override
    public void refill(List<Document> again) {
        fill(again);
    }

    @Override
    public void finish(long next) {
        with(kept -> {
            kept.finish(next);
            return true;
        });
    }

    @Override
    public Map<StreamId, Document> load(Collection<StreamId> streams) {
        return with(kept -> {
            Map<StreamId, Document> loaded = new HashMap<>();
            for (var stream : streams) {
                var document = kept.documents.get(stream);
                if (document != null) {
                    loaded.put(stream, document);
                }
            }
            return loaded;
        });
    }

    @Override
    public void save(Batch batch) {
        with(kept -> {
            kept.save(batch);
            return true;
        });
    }

    @Override
    public List<Segment> segments() {
        synchronized (store) {
            return store.has(version) ? List.copyOf(store.version(version).segments) : List.of();
        }
    }

    @Override
    public boolean take(int segment, long epoch, String owner) {
        return with(kept -> {
            var seen = kept.segments.get(segment);
            boolean taken = seen.epoch() == epoch;
            if (taken) {
                kept.segments.set(segment, new Segment(segment, seen.next(), epoch + 1, owner));
            }
            return taken;
        });
    }

    @Override
    public void release(int segment, long epoch) {
        with(kept -> {
            var seen = kept.segments.get(segment);
            if (seen.epoch() == epoch) {
                kept.segments.set(segment, new Segment(segment, seen.next(), epoch, null));
            }
            return true;
        });
    }

    @Override
    public List<StreamId> parkedAmong(Collection<StreamId> streams) {
        return with(kept ->
                streams.stream().distinct().filter(kept.parked::containsKey).toList());
    }

    @Override
    public List<Parked> parkedStreams(Optional<StreamId> after, boolean onlyWished, int limit) {
        return with(kept -> kept.parked.values().stream()
                .map(events -> events.firstEntry().getValue())
                .filter(first -> after.isEmpty()
                        || first.stream().value().compareTo(after.get().value()) > 0)
                .filter(first -> !onlyWished || first.wish() != null)
                .limit(limit)
                .toList());
    }

    @Override
    public List<Parked> parked(StreamId stream, int limit) {
        return with(kept -> {
            var events = kept.parked.get(stream);
            return events == null
                    ? List.of()
                    : events.values().stream().limit(limit).toList();
        });
    }

    @Override
    public long parkedCount() {
        return with(kept -> (long) kept.parked.size());
    }

    @Override
    public long parkedEvents() {
        return with(kept ->
                kept.parked.values().stream().mapToLong(events -> events.size()).sum());
    }

    @Override
    public boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
        return with(kept -> {
            var events = kept.parked.get(stream);
            if (events == null || events.firstKey() != sequence) {
                return false;
            }
            var first = events.firstEntry().getValue();
            kept.park(new Parked(stream, sequence, first.position(), first.error(), wish));
            return true;
        });
    }

    @Override
    public List<Document> find(Question question) {
        shape.require(question);
        return with(kept -> PlainAnswers.find(kept.documents.values(), question));
    }

    @Override
    public long count(Condition where) {
        shape.require(where);
        return with(kept -> kept.documents.values().stream()
                .filter(d -> PlainAnswers.fits(where, d))
                .count());
    }

    @Override
    public List<Count> counts(Condition where, String field, int limit) {
        shape.require(where);
        shape.requireCountable(field);
        return with(kept -> PlainAnswers.counts(kept.documents.values(), where, field, limit));
    }
}
