package casetrail.command.cases;

import casetrail.events.cases.CaseId;
import java.util.Optional;

/** Looks a case up as it stands in the log now. Safe for many threads. */
public interface FindCase {

    /**
     * What all events of the case come to.
     *
     * @throws casetrail.events.log.LogUnavailable in an outage
     */
    Optional<CaseState> find(CaseId id);
}
