package casetrail.edge.vault;

import casetrail.events.Purpose;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import java.util.Optional;

/**
 * Seals and opens values, each under the key of its subject and purpose. Safe for many threads and for several processes on one
 * machine. What is sealed can be opened after any crash: its key is on disk before {@link #seal} returns. Storage that does not answer
 * is a {@link VaultUnavailable}.
 */
public interface Vault {

    /**
     * The text under the key of the subject, which is made now if there is none.
     *
     * @param field the name of the field it stands in; a value moved to another field does not open
     */
    Sealed seal(String subject, Purpose purpose, String field, String text);

    /**
     * What was sealed; empty exactly if its key was destroyed.
     *
     * @throws SealedUnreadable if it was changed, moved, or sealed by another vault
     */
    Optional<String> open(Sealed sealed);

    /**
     * A digest that is the same for the same content and subject, and that nobody without the key can compute, so that it gives no
     * hint of the content; it ends with the key.
     */
    Sha256 fingerprint(String subject, Purpose purpose, byte[] content);

    /** Whether there is a key for the subject now. */
    boolean knows(String subject, Purpose purpose);

    /**
     * Overwrites the key, on disk when this returns; nothing sealed under it opens again, in any process. What is sealed later gets a
     * new key.
     *
     * @return whether there was a key
     */
    boolean destroy(String subject, Purpose purpose);
}
