package casetrail.views.mongodb;

import casetrail.views.ViewVersion;
import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The database of the views: everything is written to the journals of a majority before it is acknowledged, and read from the primary as
 * the majority has it. Safe for many threads.
 */
final class ViewDatabase {

    /** How long a commit may take before it is an outage. */
    static final long COMMIT_PATIENCE_SECONDS = 10;

    static final WriteConcern WRITE_CONCERN = WriteConcern.MAJORITY.withJournal(true);

    private static final int COMMAND_NOT_FOUND = 59;
    private static final ClientSessionOptions SESSION = ClientSessionOptions.builder()
            .causallyConsistent(false)
            .defaultTransactionOptions(TransactionOptions.builder()
                    .readConcern(ReadConcern.MAJORITY)
                    .writeConcern(WRITE_CONCERN)
                    .readPreference(ReadPreference.primary())
                    .maxCommitTime(COMMIT_PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .build())
            .build();

    private final MongoClient client;
    private final MongoDatabase database;
    private volatile @Nullable Topology topology;

    ViewDatabase(MongoClient client, String name) {
        this.client = client;
        this.database = client.getDatabase(name)
                .withWriteConcern(WRITE_CONCERN)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** What the servers are. */
    private record Topology(String name, boolean transactions) {}

    static String collectionName(ViewVersion version) {
        return "view_%s_%d".formatted(version.view().value().replace('-', '_'), version.number());
    }

    MongoCollection<RawBsonDocument> documents(ViewVersion version) {
        return database.getCollection(collectionName(version), RawBsonDocument.class);
    }

    MongoCollection<BsonDocument> registry(String name) {
        return database.getCollection(name, BsonDocument.class);
    }

    /** Whether there is a collection for the version. */
    boolean holds(ViewVersion version) {
        return database.listCollectionNames().into(new HashSet<>()).contains(collectionName(version));
    }

    void create(ViewVersion version) {
        database.createCollection(collectionName(version));
    }

    /** A session whose end takes back what was not committed. */
    ClientSession session() {
        return client.startSession(SESSION);
    }

    /** Whether there are transactions: on a replica set and on a sharded cluster, not on a server that stands alone. */
    boolean transactions() {
        return topology().transactions();
    }

    String engine() {
        var version = database.runCommand(command("buildInfo"), BsonDocument.class)
                .getString("version")
                .getValue();
        return "MongoDB %s (%s)".formatted(version, topology().name());
    }

    /** Asked once: a server does not become another kind of server while clients are connected to it. */
    private Topology topology() {
        var known = topology;
        if (known == null) {
            var hello = hello();
            if (hello.containsKey("setName")) {
                known = new Topology("replica set " + hello.getString("setName").getValue(), true);
            } else if (hello.getString("msg", new BsonString("")).getValue().equals("isdbgrid")) {
                known = new Topology("sharded cluster", true);
            } else {
                known = new Topology("one server, no transactions", false);
            }
            topology = known;
        }
        return known;
    }

    private BsonDocument hello() {
        try {
            return database.runCommand(command("hello"), BsonDocument.class);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != COMMAND_NOT_FOUND) {
                throw e;
            }
            // Its name up to MongoDB 4.4.1.
            return database.runCommand(command("isMaster"), BsonDocument.class);
        }
    }

    private static BsonDocument command(String name) {
        return new BsonDocument(name, new BsonInt32(1));
    }
}
