package casetrail.views.mongodb;

import static casetrail.views.mongodb.StoredDocument.FIELDS;
import static casetrail.views.mongodb.StoredDocument.ID;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Field;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.store.ViewTable.Count;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the documents of a version. No question reads the whole collection: either its filter has a range of a declared index,
 * or it is told to walk the index of the ids.
 */
record Questions(MongoCollection<RawBsonDocument> collection, Shape shape) {

    /** How long the server may work on one question before that is an outage. */
    static final long PATIENCE_SECONDS = 10;

    static final BsonDocument BY_ID = new BsonDocument(ID, new BsonInt32(1));

    private static final Bson WITHOUT_FIELDS = Projections.exclude(FIELDS);

    List<Document> load(Collection<StreamId> streams) {
        var ids = streams.stream().map(StreamId::value).toList();
        var found = new ArrayList<Document>(ids.size());
        collection
                .find(Filters.in(ID, ids))
                .projection(WITHOUT_FIELDS)
                .maxTime(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach(d -> found.add(StoredDocument.read(d)));
        return found;
    }

    List<Document> find(Question question) {
        var where = new Selection(shape).of(question.where());
        var order = question.order().field();
        boolean bounded = order == null || Indexes.leads(shape, order) || Indexes.bounds(shape, question.where());
        // By stream: a document that moves from one span to the next between two reads is on the page once.
        var page = new LinkedHashMap<StreamId, Document>();
        for (var span : Span.of(question, shape)) {
            if (page.size() < question.limit()) {
                collection
                        .find(Selection.all(List.of(where, span.filter())))
                        .sort(span.sort())
                        .limit(question.limit() - page.size())
                        .projection(WITHOUT_FIELDS)
                        .hint(hint(bounded))
                        .maxTime(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .map(StoredDocument::read)
                        .forEach(d -> page.putIfAbsent(d.stream(), d));
            }
        }
        return List.copyOf(page.values());
    }

    long count(Condition where) {
        var options = new CountOptions().maxTime(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return collection.countDocuments(
                new Selection(shape).of(where), Indexes.bounds(shape, where) ? options : options.hint(BY_ID));
    }

    List<Count> counts(Condition where, String field, int limit) {
        var kind = shape.kind(field);
        if (kind == Field.Kind.NUMBER) {
            throw new IllegalArgumentException("the field '%s' is a number and no group".formatted(field));
        }
        var selection = new Selection(shape);
        var path = "$" + StoredDocument.path(field);
        var pipeline = new ArrayList<Bson>();
        pipeline.add(Aggregates.match(Selection.all(List.of(selection.of(where), selection.present(field)))));
        if (kind == Field.Kind.TERMS) {
            pipeline.add(Aggregates.unwind(path));
        }
        pipeline.add(Aggregates.group(path, Accumulators.sum("documents", new BsonInt64(1))));
        pipeline.add(Aggregates.sort(Sorts.orderBy(Sorts.descending("documents"), Sorts.ascending(ID))));
        pipeline.add(Aggregates.limit(limit));
        var counts = new ArrayList<Count>();
        collection
                .aggregate(pipeline, BsonDocument.class)
                .hint(hint(Indexes.leads(shape, field) || Indexes.bounds(shape, where)))
                .maxTime(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach(d -> counts.add(new Count(
                        d.getString(ID).getValue(), d.getNumber("documents").longValue())));
        return counts;
    }

    private static @Nullable Bson hint(boolean bounded) {
        return bounded ? null : BY_ID;
    }
}
