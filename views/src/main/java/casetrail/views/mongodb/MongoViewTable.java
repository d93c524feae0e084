package casetrail.views.mongodb;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Parked;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The documents of one version in MongoDB.
 *
 * <p>{@link #save} is one transaction where the servers have transactions. Where they have none it looks first whether the segments are
 * still held, then writes the documents, then what is parked, then what is not parked any more, and the progress last. Whatever cuts
 * this off, the progress is the old one, so that the same events are read again:
 *
 * <ul>
 *   <li>documents that were written have the version of their last event and are left alone, the others are folded as before;
 *   <li>an event that was parked is parked again under the same stream and sequence, with the wish that somebody left meanwhile, if it waits;
 *   <li>an event that was to be unparked and is still parked is at or below the version of its document, which was written before: it is
 *       unparked without being folded again. The one with the wish is unparked last, and the next one of its stream was parked with its error
 *       before, so that no stream is left with a first event of which nobody knows the error or the wish.
 * </ul>
 *
 * <p>Two processes that both believe to hold a segment write the same documents, because folds are pure, each under the version it
 * loaded. Only the progress tells them apart, and that is refused to the earlier one.
 */
final class MongoViewTable implements ViewTable {

    private final ViewDatabase database;
    private final Registry registry;
    private final ViewVersion version;
    private final Shape shape;
    private final DocumentWrites writes;
    private final Segments segments;
    private final ParkedEvents parked;
    private final Questions questions;

    MongoViewTable(ViewDatabase database, Registry registry, ViewVersion version, Shape shape) {
        this.database = database;
        this.registry = registry;
        this.version = version;
        this.shape = shape;
        this.writes = new DocumentWrites(database.documents(version));
        this.segments = registry.segments(version);
        this.parked = registry.parked(version);
        this.questions = new Questions(database.documents(version), shape);
    }

    @Override
    public void fill(List<Document> fresh) {
        Faults.done(() -> writes.insert(Requests.alone(), fresh));
    }

    @Override
    public void refill(List<Document> again) {
        Faults.done(() -> writes.replace(Requests.alone(), again));
    }

    @Override
    public void finish(long next) {
        Faults.done(() -> {
            Indexes.of(shape).ensure(database.documents(version));
            registry.opened(version);
            if (!registry.isFollowing(version)) {
                segments.putAll(Requests.alone(), next);
                registry.follow(version);
            }
        });
    }

    @Override
    public Map<StreamId, Document> load(Collection<StreamId> streams) {
        requireBounded(streams);
        return Faults.asked(() -> {
            var found = new LinkedHashMap<StreamId, Document>();
            questions.load(streams).forEach(d -> found.put(d.stream(), d));
            return found;
        });
    }

    @Override
    public void save(Batch batch) {
        Faults.done(() -> {
            if (database.transactions()) {
                try (var session = database.session()) {
                    session.startTransaction();
                    write(Requests.within(session), batch);
                    session.commitTransaction();
                }
            } else {
                segments.requireHeld(batch.advances());
                write(Requests.alone(), batch);
            }
        });
    }

    /** The order matters only without a transaction. */
    private void write(Requests requests, Batch batch) {
        writes.change(requests, batch.changes());
        // Only what moves with the log is read again after a cut.
        parked.park(requests, batch.parked(), !batch.advances().isEmpty());
        parked.unpark(requests, batch.unparked());
        segments.advance(requests, batch.advances());
    }

    @Override
    public List<Segment> segments() {
        return Faults.asked(segments::all);
    }

    @Override
    public boolean take(int segment, long epoch, String owner) {
        return Faults.asked(() -> segments.take(segment, epoch, owner));
    }

    @Override
    public void release(int segment, long epoch) {
        Faults.done(() -> segments.release(segment, epoch));
    }

    @Override
    public List<StreamId> parkedAmong(Collection<StreamId> streams) {
        requireBounded(streams);
        return Faults.asked(() -> parked.among(streams));
    }

    @Override
    public List<Parked> parkedStreams(Optional<StreamId> after, boolean onlyWished, int limit) {
        return Faults.asked(() -> parked.firsts(after, onlyWished, limit));
    }

    @Override
    public List<Parked> parked(StreamId stream, int limit) {
        return Faults.asked(() -> parked.of(stream, limit));
    }

    @Override
    public long parkedCount() {
        return Faults.asked(parked::count);
    }

    @Override
    public long parkedEvents() {
        return Faults.asked(parked::events);
    }

    @Override
    public boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
        return Faults.asked(() -> parked.wish(stream, sequence, wish));
    }

    @Override
    public List<Document> find(Question question) {
        return answered(() -> questions.find(question));
    }

    @Override
    public long count(Condition where) {
        return answered(() -> questions.count(where));
    }

    @Override
    public List<Count> counts(Condition where, String field, int limit) {
        return answered(() -> questions.counts(where, field, limit));
    }

    /** Looks at the indexes before the first question. */
    private <T> T answered(Supplier<T> question) {
        return Faults.asked(() -> {
            registry.open(version, shape);
            return question.get();
        });
    }

    private static void requireBounded(Collection<StreamId> streams) {
        if (streams.size() > Batch.CHANGES_MAX) {
            throw new IllegalArgumentException(
                    "%d streams are more than %d".formatted(streams.size(), Batch.CHANGES_MAX));
        }
    }
}
