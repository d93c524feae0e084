package casetrail.views.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import casetrail.events.StreamId;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Parked;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** The parked events of a version: {@code {_id, view, stream, sequence, position, error, wish}}, found by {@link #INDEXES}. */
record ParkedEvents(MongoCollection<BsonDocument> collection, ViewVersion version) {

    static final Indexes INDEXES = new Indexes(Map.of(
            "by_stream", keys("view", "stream", "sequence", "_id"),
            "by_wish", keys("view", "wish", "stream", "_id")));

    private static final Bson IN_ORDER = Sorts.ascending("view", "stream", "sequence");

    /**
     * Parks events: those with an error or a wish before those that wait, so that no event waits behind one of which nobody knows why it
     * failed.
     *
     * @param mayComeAgain whether half of it may have been written before; then one that waits does not take away the error or the wish
     *     that stands under its stream and sequence
     */
    void park(Requests requests, List<Parked> parked, boolean mayComeAgain) {
        var byWaiting = parked.stream().collect(Collectors.partitioningBy(ParkedEvents::isWaiting));
        for (var waiting : List.of(false, true)) {
            var writes = byWaiting.getOrDefault(waiting, List.of()).stream()
                    .map(p -> parking(p, waiting && mayComeAgain))
                    .toList();
            requests.write(collection, writes, BulkWriteResult::getMatchedCount);
        }
    }

    /** The event with the wish goes last: while any is left, it is known what is to be done about the stream. */
    void unpark(Requests requests, List<Batch.Unparked> unparked) {
        for (var which : List.of(eq("wish", null), new BsonDocument())) {
            var writes = unparked.stream()
                    .map(u -> new DeleteManyModel<BsonDocument>(
                            and(ofStream(u.stream()), lte("sequence", u.throughSequence()), which)))
                    .toList();
            requests.write(collection, writes, BulkWriteResult::getDeletedCount);
        }
    }

    List<StreamId> among(Collection<StreamId> streams) {
        if (streams.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<StreamId>();
        var names = streams.stream().map(StreamId::value).toList();
        collection
                .distinct("stream", and(ofVersion(), in("stream", names)), String.class)
                .forEach(name -> found.add(new StreamId(name)));
        return found;
    }

    List<Parked> firsts(Optional<StreamId> after, boolean onlyWished, int limit) {
        var where = new ArrayList<Bson>(List.of(ofVersion(), behind(after)));
        if (onlyWished) {
            // Few streams have a wish, and most of the time none has.
            var wished = new ArrayList<String>();
            collection
                    .distinct("stream", and(ofVersion(), gt("wish", ""), behind(after)), String.class)
                    .into(wished);
            if (wished.isEmpty()) {
                return List.of();
            }
            where.add(in("stream", wished));
        }
        var pipeline = new ArrayList<Bson>(List.of(
                Aggregates.match(and(where)),
                Aggregates.sort(IN_ORDER),
                Aggregates.group("$stream", Accumulators.first("event", "$$ROOT"))));
        if (onlyWished) {
            pipeline.add(Aggregates.match(gt("event.wish", "")));
        }
        pipeline.add(Aggregates.sort(Sorts.ascending("_id")));
        pipeline.add(Aggregates.limit(limit));
        var firsts = new ArrayList<Parked>();
        collection.aggregate(pipeline).forEach(d -> firsts.add(read(d.getDocument("event"))));
        return firsts;
    }

    List<Parked> of(StreamId stream, int limit) {
        var events = new ArrayList<Parked>();
        collection.find(ofStream(stream)).sort(IN_ORDER).limit(limit).forEach(d -> events.add(read(d)));
        return events;
    }

    long count() {
        var counted = collection
                .aggregate(List.of(
                        Aggregates.match(ofVersion()),
                        Aggregates.group("$stream"),
                        Aggregates.group(new BsonInt32(0), Accumulators.sum("streams", new BsonInt64(1)))))
                .first();
        return counted == null ? 0 : counted.getNumber("streams").longValue();
    }

    long events() {
        return collection.countDocuments(ofVersion());
    }

    boolean wish(StreamId stream, long sequence, Parked.Wish wish) {
        // No event is ever parked before the first parked one of its stream, so that the answer stays true until it is
        // unparked.
        var first = of(stream, 1);
        return !first.isEmpty()
                && first.getFirst().sequence() == sequence
                && collection
                                .updateOne(eq("_id", id(stream, sequence)), set("wish", wish.name()))
                                .getMatchedCount()
                        == 1;
    }

    void forget() {
        collection.deleteMany(ofVersion());
    }

    private WriteModel<BsonDocument> parking(Parked parked, boolean onlyIfNew) {
        var filter = eq("_id", id(parked.stream(), parked.sequence()));
        var event = stored(parked);
        return onlyIfNew
                ? new UpdateOneModel<>(filter, setOnInsert(event), new UpdateOptions().upsert(true))
                : new ReplaceOneModel<>(filter, event, new ReplaceOptions().upsert(true));
    }

    private static boolean isWaiting(Parked parked) {
        return parked.error() == null && parked.wish() == null;
    }

    private BsonDocument stored(Parked parked) {
        var event = new BsonDocument("view", new BsonString(version.toString()))
                .append("stream", new BsonString(parked.stream().value()))
                .append("sequence", new BsonInt64(parked.sequence()))
                .append("position", new BsonInt64(parked.position()));
        if (parked.error() != null) {
            event.append("error", new BsonString(parked.error()));
        }
        if (parked.wish() != null) {
            event.append("wish", new BsonString(parked.wish().name()));
        }
        return event;
    }

    private static Parked read(BsonDocument d) {
        return new Parked(
                new StreamId(d.getString("stream").getValue()),
                d.getInt64("sequence").getValue(),
                d.getInt64("position").getValue(),
                d.containsKey("error") ? d.getString("error").getValue() : null,
                d.containsKey("wish") ? Parked.Wish.valueOf(d.getString("wish").getValue()) : null);
    }

    private Bson ofVersion() {
        return eq("view", version.toString());
    }

    private Bson ofStream(StreamId stream) {
        return and(ofVersion(), eq("stream", stream.value()));
    }

    private static Bson behind(Optional<StreamId> after) {
        return gt("stream", after.map(StreamId::value).orElse(""));
    }

    private String id(StreamId stream, long sequence) {
        return "%s %s %d".formatted(version, stream, sequence);
    }

    private static BsonDocument keys(String... names) {
        var keys = new BsonDocument();
        for (var name : names) {
            keys.append(name, new BsonInt32(1));
        }
        return keys;
    }
}
