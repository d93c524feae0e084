package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.people.AccountName;
import org.jspecify.annotations.Nullable;

/** Where it is put on record who came in and who did not. Command-side appends it to the log's {@code access} streams. */
public interface AccessRecord {

    /** On disk when it returns; an outage throws {@link casetrail.events.log.LogUnavailable}. */
    void loggedIn(PersonId person, AccountName account);

    /**
     * Noted in the background within a bound.
     *
     * @param person whose account it is; both are null if there is no such account
     */
    void loginFailed(@Nullable PersonId person, @Nullable AccountName account);

    /** On disk when it returns. */
    void tokensEnded(PersonId person, AccountName account, String cause);
}
