package casetrail.views.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.Overtaken;
import casetrail.views.store.Segment;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** How far the segments of a version go and who holds them: {@code {_id: "view/number/segment", segment, next, epoch, owner}}. */
record Segments(MongoCollection<BsonDocument> collection, ViewVersion version) {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** Makes those that are missing, at the beginning of the log. */
    void begin(Requests requests) {
        putAll(requests, setOnInsert("next", 0L));
    }

    /** Sets all of them to a position; those that are missing begin with epoch 0. */
    void putAll(Requests requests, long next) {
        putAll(requests, set("next", next));
    }

    private void putAll(Requests requests, Bson next) {
        var writes = IntStream.range(0, Segment.COUNT)
                .mapToObj(n -> new UpdateOneModel<BsonDocument>(
                        eq("_id", id(n)), combine(next, setOnInsert("segment", n), setOnInsert("epoch", 0L)), UPSERT))
                .toList();
        requests.write(collection, writes, BulkWriteResult::getMatchedCount);
    }

    List<Segment> all() {
        var segments = new ArrayList<Segment>();
        for (var d : collection.find(in("_id", ids())).sort(Sorts.ascending("_id"))) {
            segments.add(new Segment(
                    d.getNumber("segment").intValue(),
                    d.getInt64("next").getValue(),
                    d.getInt64("epoch").getValue(),
                    d.containsKey("owner") ? d.getString("owner").getValue() : null));
        }
        return segments;
    }

    boolean take(int segment, long epoch, String owner) {
        return collection
                        .updateOne(held(segment, epoch), combine(inc("epoch", 1L), set("owner", owner)))
                        .getMatchedCount()
                == 1;
    }

    void release(int segment, long epoch) {
        // The epoch goes up here too: what is still under way for the one that leaves must not be written any more.
        collection.updateOne(held(segment, epoch), combine(inc("epoch", 1L), unset("owner")));
    }

    /** @throws Overtaken if one of them is no longer held under that epoch */
    void advance(Requests requests, List<Batch.Advance> advances) {
        var writes = advances.stream()
                .map(a -> new UpdateOneModel<BsonDocument>(
                        and(eq("_id", id(a.segment())), eq("epoch", a.epoch()), gt("owner", "")),
                        set("next", a.next())))
                .toList();
        if (requests.write(collection, writes, BulkWriteResult::getMatchedCount) != advances.size()) {
            throw overtaken();
        }
    }

    /** @throws Overtaken if one of them is no longer held under that epoch */
    void requireHeld(List<Batch.Advance> advances) {
        var epochs = new HashMap<Integer, Long>();
        all().stream().filter(s -> s.owner() != null).forEach(s -> epochs.put(s.number(), s.epoch()));
        if (!advances.stream().allMatch(a -> Long.valueOf(a.epoch()).equals(epochs.get(a.segment())))) {
            throw overtaken();
        }
    }

    void forget() {
        collection.deleteMany(in("_id", ids()));
    }

    private Overtaken overtaken() {
        return new Overtaken("a segment of %s is held by another process".formatted(version));
    }

    private Bson held(int segment, long epoch) {
        return and(eq("_id", id(segment)), eq("epoch", epoch));
    }

    private List<String> ids() {
        return IntStream.range(0, Segment.COUNT).mapToObj(this::id).toList();
    }

    private String id(int segment) {
        return "%s/%02d".formatted(version, segment);
    }
}
