package casetrail.edge.state.mongodb;

import static com.mongodb.client.model.Filters.eq;

import casetrail.edge.state.Credentials;
import casetrail.events.people.AccountName;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;

/** Credential hashes in a collection. */
public final class MongoCredentials implements Credentials {

    private final StateCollections state;

    public MongoCredentials(StateCollections state) {
        this.state = state;
    }

    @Override
    public Optional<String> hash(AccountName account) {
        return state.asked(() -> Optional.ofNullable(state.collection("credential")
                        .find(eq("_id", account.value()))
                        .first())
                .map(d -> d.getString("hash")));
    }

    @Override
    public void set(AccountName account, String hash) {
        if (hash.length() > HASH_MAX) {
            throw new IllegalStateException("the hash is longer than %d characters".formatted(HASH_MAX));
        }
        state.asked(() -> state.collection("credential")
                .replaceOne(
                        eq("_id", account.value()),
                        new Document("_id", account.value()).append("hash", hash),
                        new ReplaceOptions().upsert(true)));
    }

    @Override
    public void remove(AccountName account) {
        state.asked(() -> state.collection("credential").deleteOne(eq("_id", account.value())));
    }
}
