package casetrail.command.numbers;

import casetrail.events.cases.CaseNumber;
import java.time.Instant;

/** Gives out case numbers. Safe for many threads; no number is given out twice, in whatever process. */
public interface CaseNumbers {

    /**
     * The next number of the year that the moment lies in. Numbers may be left out, because a process takes them in blocks.
     *
     * @throws casetrail.events.log.LogUnavailable in an outage
     */
    CaseNumber next(Instant at);
}
