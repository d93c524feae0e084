package casetrail.edge.state.postgres;

import casetrail.edge.state.Credentials;
import casetrail.events.people.AccountName;
import java.util.Optional;

/** Credential hashes in a table. */
public final class PostgresCredentials implements Credentials {

    private final StateDatabase database;

    public PostgresCredentials(StateDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<String> hash(AccountName account) {
        return database.first(
                "select hash from casetrail_state.credential where account = ?",
                row -> row.getString("hash"),
                account.value());
    }

    @Override
    public void set(AccountName account, String hash) {
        // Checked here, because the database would quote the row that it refuses in its log.
        if (hash.length() > HASH_MAX) {
            throw new IllegalStateException("the hash is longer than %d characters".formatted(HASH_MAX));
        }
        database.change("""
                insert into casetrail_state.credential (account, hash) values (?, ?)
                on conflict (account) do update set hash = excluded.hash, changed_at = now()
                """, account.value(), hash);
    }

    @Override
    public void remove(AccountName account) {
        database.change("delete from casetrail_state.credential where account = ?", account.value());
    }
}
