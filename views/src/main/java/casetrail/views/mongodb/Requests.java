package casetrail.views.mongodb;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Writes many documents by requests that any server takes: MongoDB refuses messages of more than 48,000,000 bytes.
 *
 * @param way inside a transaction, or without one
 */
record Requests(Way way) {

    /** The most documents of one request. */
    static final int DOCUMENTS_MAX = 1_000;

    /** A request is closed before it has more bytes of documents than this; a document alone has no more than 16 MiB. */
    static final int BYTES_MAX = 16 * 1024 * 1024;

    /** How a request is sent. */
    interface Way {
        <T> BulkWriteResult send(MongoCollection<T> to, List<WriteModel<T>> writes, BulkWriteOptions options);
    }

    /** Each request stands alone. */
    static Requests alone() {
        return new Requests(new Way() {
            @Override
            public <T> BulkWriteResult send(
                    MongoCollection<T> to, List<WriteModel<T>> writes, BulkWriteOptions options) {
                return to.bulkWrite(writes, options);
            }
        });
    }

    /** All requests belong to the session's transaction. */
    static Requests within(ClientSession session) {
        return new Requests(new Way() {
            @Override
            public <T> BulkWriteResult send(
                    MongoCollection<T> to, List<WriteModel<T>> writes, BulkWriteOptions options) {
                return to.bulkWrite(session, writes, options);
            }
        });
    }

    /** The same for documents of the registry, which have a few hundred bytes. */
    <T> long write(
            MongoCollection<T> to, List<? extends WriteModel<T>> writes, ToLongFunction<BulkWriteResult> counted) {
        return write(to, writes, write -> 0, counted);
    }

    /** One kind of write to one collection, in as many requests as it takes; gives back the sum of what each request counts. */
    <T> long write(
            MongoCollection<T> to,
            List<? extends WriteModel<T>> writes,
            ToIntFunction<WriteModel<T>> size,
            ToLongFunction<BulkWriteResult> counted) {
        // Unordered, because no two writes of a request are about the same document.
        var options = new BulkWriteOptions().ordered(false);
        long sum = 0;
        List<WriteModel<T>> request = new ArrayList<>();
        long bytes = 0;
        for (var write : writes) {
            int next = size.applyAsInt(write);
            if (!request.isEmpty() && (request.size() == DOCUMENTS_MAX || bytes + next > BYTES_MAX)) {
                sum += counted.applyAsLong(way.send(to, request, options));
                request = new ArrayList<>();
                bytes = 0;
            }
            request.add(write);
            bytes += next;
        }
        return request.isEmpty() ? sum : sum + counted.applyAsLong(way.send(to, request, options));
    }
}
