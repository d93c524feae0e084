package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.people.AccountName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in on a process that only answers questions and never writes to the log: what it proves goes to the process's own log. */
final class UnwrittenAccess implements AccessRecord {

    private static final Logger LOG = LoggerFactory.getLogger(UnwrittenAccess.class);

    @Override
    public void loggedIn(PersonId person, AccountName account) {
        LOG.info("{} proved to be {} by HTTP Basic", account, person);
    }

    @Override
    public void loginFailed(@Nullable PersonId person, @Nullable AccountName account) {
        LOG.warn("a login failed for {}", account == null ? "no account" : account);
    }

    @Override
    public void tokensEnded(PersonId person, AccountName account, String cause) {
        LOG.info("the tokens of {} were ended: {}", account, cause);
    }
}
