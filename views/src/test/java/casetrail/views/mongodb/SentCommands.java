package casetrail.views.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Writes down every command that a client sends, as it goes over the line. */
public final class SentCommands implements CommandListener {

    /** What changes something. */
    public static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findAndModify", "create", "createIndexes", "drop");

    /** What asks for documents. */
    public static final Set<String> READS = Set.of("find", "aggregate", "distinct", "count");

    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

    /** A client whose commands are written down here. */
    public MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .addCommandListener(this)
                .build());
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        // A copy, because the driver uses the bytes again.
        sent.add(new RawBsonDocument(event.getCommand(), new BsonDocumentCodec()));
    }

    /** Forgets what was sent before. */
    public void clear() {
        sent.clear();
    }

    /** Everything in order. */
    public List<BsonDocument> all() {
        return List.copyOf(sent);
    }

    /** Those of some names. */
    public List<BsonDocument> of(Set<String> names) {
        return sent.stream().filter(c -> names.contains(c.getFirstKey())).toList();
    }

    /** Their names in order. */
    public List<String> names() {
        return sent.stream().map(BsonDocument::getFirstKey).toList();
    }
}
