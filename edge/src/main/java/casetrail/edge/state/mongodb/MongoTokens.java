package casetrail.edge.state.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import casetrail.edge.state.Tokens;
import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Tokens in a collection. Moments are kept as whole microseconds, because MongoDB's own have only milliseconds. */
public final class MongoTokens implements Tokens {

    private final StateCollections state;

    public MongoTokens(StateCollections state) {
        this.state = state;
    }

    private MongoCollection<Document> tokens() {
        return state.collection("token");
    }

    @Override
    public void keep(Token token) {
        state.asked(() -> tokens().insertOne(new Document("_id", token.secret().value())
                .append("id", token.id())
                .append("account", token.account().value())
                .append("epoch", token.epoch())
                .append("issuedAt", micros(token.issuedAt()))
                .append("expiresAt", micros(token.expiresAt()))));
    }

    @Override
    public Optional<Token> find(Sha256 secret) {
        return state.asked(() -> Optional.ofNullable(
                        tokens().find(eq("_id", secret.value())).first()))
                .map(d -> new Token(
                        secret,
                        d.getString("id"),
                        new AccountName(d.getString("account")),
                        d.getLong("epoch"),
                        instant(d.getLong("issuedAt")),
                        instant(d.getLong("expiresAt"))));
    }

    @Override
    public boolean end(Sha256 secret) {
        return state.asked(() -> tokens().deleteOne(eq("_id", secret.value()))).getDeletedCount() > 0;
    }

    @Override
    public int endAll(AccountName account) {
        return (int) state.asked(() -> tokens().deleteMany(eq("account", account.value())))
                .getDeletedCount();
    }

    @Override
    public int forgetExpired(Instant before) {
        return (int) state.asked(() -> tokens().deleteMany(lt("expiresAt", micros(before))))
                .getDeletedCount();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
