package casetrail.edge.state.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import casetrail.edge.state.Checkpoints;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import java.util.OptionalLong;

/** Checkpoints in a collection. */
public final class MongoCheckpoints implements Checkpoints {

    private final StateCollections state;

    public MongoCheckpoints(StateCollections state) {
        this.state = state;
    }

    @Override
    public OptionalLong next(String reader) {
        return state.asked(() -> Optional.ofNullable(
                        state.collection("checkpoint").find(eq("_id", reader)).first()))
                .map(d -> OptionalLong.of(d.getLong("next")))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void advance(String reader, long next) {
        state.asked(() -> state.collection("checkpoint")
                .updateOne(eq("_id", reader), max("next", next), new UpdateOptions().upsert(true)));
    }

    @Override
    public void forget(String reader) {
        state.asked(() -> state.collection("checkpoint").deleteOne(eq("_id", reader)));
    }
}
