package casetrail.edge.state.mongodb;

import casetrail.edge.state.StateUnavailable;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.function.Supplier;
import org.bson.Document;

/** The collections of the state; the one place where the driver's exceptions become outages. */
public final class StateCollections {

    private final MongoDatabase database;

    /** Writes are journalled by a majority before they are acknowledged, and read back from the primary. */
    public StateCollections(MongoDatabase database) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** Makes the indexes that are not there yet. */
    public void prepare() {
        asked(() -> {
            collection("token").createIndex(Indexes.ascending("account"));
            collection("token").createIndex(Indexes.ascending("expiresAt"));
            return collection("token").createIndex(Indexes.ascending("id"), new IndexOptions().unique(true));
        });
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoSocketException | MongoClientException e) {
            throw new StateUnavailable("the MongoDB of the state does not answer", e);
        } catch (MongoException e) {
            throw e.hasErrorLabel("RetryableWriteError") || e.hasErrorLabel("TransientTransactionError")
                    ? new StateUnavailable("the MongoDB of the state does not answer", e)
                    : new IllegalStateException("the MongoDB refused a statement about the state: " + e.getCode(), e);
        }
    }
}
