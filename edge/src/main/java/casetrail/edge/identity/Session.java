package casetrail.edge.identity;

import casetrail.events.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what an asker was recognised.
 *
 * @param id a token's public id; for HTTP Basic {@code basic}, for the local operator {@code local}
 * @param secret the hash of the token's secret, if it was a token
 * @param epoch the account's epoch when it was proven; a later epoch has ended the session
 * @param expiresAt when it ends by itself; absent for sessions of one request
 */
public record Session(
        String id,
        @Nullable Sha256 secret,
        long epoch,
        @Nullable Instant expiresAt) {

    /** The session of one request by HTTP Basic. */
    static Session basic(long epoch) {
        return new Session("basic", null, epoch, null);
    }
}
