package casetrail.events.access;

import casetrail.events.StreamId;
import casetrail.events.people.AccountName;
import org.jspecify.annotations.Nullable;

/** Everything that is recorded of access; who it was stands in the envelope. */
public sealed interface AccessEvent {

    /**
     * A command was refused and changed nothing.
     *
     * @param target the stream it was for
     * @param command its name as in the life-cycle, for example {@code CLOSE_CASE}
     * @param code the public code of the refusal
     * @param guard the condition that did not hold, if it was one
     */
    record CommandRefused(
            StreamId target,
            String command,
            String code,
            @Nullable String guard) implements AccessEvent {}

    /** Somebody proved to be the owner of an account. */
    record LoggedIn(AccountName account) implements AccessEvent {}

    /** A login failed. The name is kept only if such an account exists: people type passwords into the wrong field. */
    record LoginFailed(@Nullable AccountName account) implements AccessEvent {}

    /** The tokens of an account were ended. */
    record TokensEnded(AccountName account, String cause) implements AccessEvent {}
}
