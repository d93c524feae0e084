package casetrail.edge.state;

import casetrail.events.people.AccountName;
import java.util.Optional;

/** The hashes by which passwords are proven; the only secret of accounts, kept outside the log. Safe for many threads and processes. */
public interface Credentials {

    /** The longest encoded hash. */
    int HASH_MAX = 300;

    /** The encoded hash of the account's password. */
    Optional<String> hash(AccountName account);

    /** Sets the encoded hash; it is on disk when this returns. */
    void set(AccountName account, String hash);

    /** Removes it; the account cannot prove itself any more. */
    void remove(AccountName account);
}
