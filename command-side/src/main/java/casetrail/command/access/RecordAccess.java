package casetrail.command.access;

import casetrail.events.Envelope;
import casetrail.events.access.AccessEvent;

/** Appends to the access streams of this process. Safe for many threads. */
public interface RecordAccess {

    /**
     * On disk when it returns.
     *
     * @throws casetrail.events.log.LogUnavailable in an outage
     */
    void record(AccessEvent event, Envelope envelope);
}
