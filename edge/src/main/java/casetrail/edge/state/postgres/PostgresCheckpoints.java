package casetrail.edge.state.postgres;

import casetrail.edge.state.Checkpoints;
import java.util.OptionalLong;

/** Checkpoints in a table. */
public final class PostgresCheckpoints implements Checkpoints {

    private final StateDatabase database;

    public PostgresCheckpoints(StateDatabase database) {
        this.database = database;
    }

    @Override
    public OptionalLong next(String reader) {
        return database.first(
                        "select next from casetrail_state.checkpoint where reader = ?",
                        row -> row.getLong("next"),
                        reader)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public void advance(String reader, long next) {
        database.change("""
                insert into casetrail_state.checkpoint as kept (reader, next) values (?, ?)
                on conflict (reader) do update set next = greatest(kept.next, excluded.next)
                """, reader, next);
    }

    @Override
    public void forget(String reader) {
        database.change("delete from casetrail_state.checkpoint where reader = ?", reader);
    }
}
