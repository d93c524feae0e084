package casetrail.views.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import casetrail.views.Document;
import casetrail.views.store.Batch;
import casetrail.views.store.Overtaken;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** Writes documents of a version. */
record DocumentWrites(MongoCollection<RawBsonDocument> collection) {

    void insert(Requests requests, List<Document> fresh) {
        insertStored(
                requests,
                fresh.stream()
                        .map(d -> new InsertOneModel<>(StoredDocument.of(d)))
                        .toList());
    }

    /** @throws IllegalStateException if one of them is not there */
    void replace(Requests requests, List<Document> again) {
        var writes = again.stream()
                .map(d -> new ReplaceOneModel<>(eq(StoredDocument.ID, d.stream().value()), StoredDocument.of(d)))
                .toList();
        if (replaceStored(requests, writes) != again.size()) {
            throw new IllegalStateException("a document that is to be written again is not there");
        }
    }

    /**
     * Writes each document where it is still what it was when loaded.
     *
     * @throws Overtaken if one of them is not
     */
    void change(Requests requests, List<Batch.Change> changes) {
        var fresh = new ArrayList<InsertOneModel<RawBsonDocument>>();
        var again = new ArrayList<ReplaceOneModel<RawBsonDocument>>();
        for (var change : changes) {
            var stored = StoredDocument.of(change.after());
            if (change.before() == null) {
                fresh.add(new InsertOneModel<>(stored));
            } else {
                again.add(new ReplaceOneModel<>(
                        and(
                                eq(StoredDocument.ID, change.after().stream().value()),
                                eq(StoredDocument.VERSION, change.before())),
                        stored));
            }
        }
        // One that is there already is a duplicate key, which the faults translate.
        insertStored(requests, fresh);
        if (replaceStored(requests, again) != again.size()) {
            throw new Overtaken("a document is not what it was when it was loaded");
        }
    }

    private void insertStored(Requests requests, List<InsertOneModel<RawBsonDocument>> writes) {
        requests.write(collection, writes, DocumentWrites::size, BulkWriteResult::getInsertedCount);
    }

    private long replaceStored(Requests requests, List<ReplaceOneModel<RawBsonDocument>> writes) {
        return requests.write(collection, writes, DocumentWrites::size, BulkWriteResult::getMatchedCount);
    }

    private static int size(WriteModel<RawBsonDocument> write) {
        return write instanceof InsertOneModel<RawBsonDocument> insert
                ? StoredDocument.size(insert.getDocument())
                : StoredDocument.size(((ReplaceOneModel<RawBsonDocument>) write).getReplacement());
    }
}
