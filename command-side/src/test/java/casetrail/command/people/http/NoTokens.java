package casetrail.command.people.http;

import casetrail.edge.state.Tokens;
import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.util.Optional;

/** Nobody has logged in. */
final class NoTokens implements Tokens {

    @Override
    public void keep(Token token) {
        throw new IllegalStateException("nobody logs in here");
    }

    @Override
    public Optional<Token> find(Sha256 secret) {
        return Optional.empty();
    }

    @Override
    public boolean end(Sha256 secret) {
        return false;
    }

    @Override
    public int endAll(AccountName account) {
        return 0;
    }

    @Override
    public int forgetExpired(Instant before) {
        return 0;
    }
}
