package casetrail.edge.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what an asker was recognised.
 *
 * @param id a token's public id; for HTTP Basic {@code basic}, for the local operator {@code local}
 * @param epoch the account's epoch when it was proven; a later epoch has ended the session
 * @param expiresAt when it ends by itself; absent for sessions of one request
 */
public record Session(String id, long epoch, @Nullable Instant expiresAt) {}
