package casetrail.edge.state;

import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.util.Optional;

/** The tokens given out, by the hash of their secret. Good on every process; safe for many threads. */
public interface Tokens {

    /**
     * One token.
     *
     * @param secret the hash of what the client sends
     * @param id names it in logs and answers; tells nothing of the secret
     * @param epoch the account's epoch when it was given; a later one has ended it
     */
    record Token(Sha256 secret, String id, AccountName account, long epoch, Instant issuedAt, Instant expiresAt) {}

    /** Keeps a token; it is on disk when this returns. */
    void keep(Token token);

    /** The token of a secret, expired or not. */
    Optional<Token> find(Sha256 secret);

    /** Ends one token; whether there was one. */
    boolean end(Sha256 secret);

    /** Ends every token of an account; how many there were. */
    int endAll(AccountName account);

    /** Forgets tokens that expired before the moment; how many there were. */
    int forgetExpired(Instant before);
}
