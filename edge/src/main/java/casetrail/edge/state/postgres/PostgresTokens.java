package casetrail.edge.state.postgres;

import casetrail.edge.state.Tokens;
import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.util.Optional;

/** Tokens in a table. */
public final class PostgresTokens implements Tokens {

    private final StateDatabase database;

    public PostgresTokens(StateDatabase database) {
        this.database = database;
    }

    @Override
    public void keep(Token token) {
        database.change(
                """
                insert into casetrail_state.token (secret, id, account, epoch, issued_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                token.secret().value(),
                token.id(),
                token.account().value(),
                token.epoch(),
                token.issuedAt(),
                token.expiresAt());
    }

    @Override
    public Optional<Token> find(Sha256 secret) {
        return database.first(
                "select id, account, epoch, issued_at, expires_at from casetrail_state.token where secret = ?",
                row -> new Token(
                        secret,
                        row.getString("id"),
                        new AccountName(row.getString("account")),
                        row.getLong("epoch"),
                        StateDatabase.instant(row, "issued_at"),
                        StateDatabase.instant(row, "expires_at")),
                secret.value());
    }

    @Override
    public boolean end(Sha256 secret) {
        return database.change("delete from casetrail_state.token where secret = ?", secret.value()) > 0;
    }

    @Override
    public int endAll(AccountName account) {
        return database.change("delete from casetrail_state.token where account = ?", account.value());
    }

    @Override
    public int forgetExpired(Instant before) {
        return database.change("delete from casetrail_state.token where expires_at < ?", before);
    }
}
