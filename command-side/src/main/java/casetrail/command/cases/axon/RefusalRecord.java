package casetrail.command.cases.axon;

import casetrail.command.access.RecordAccess;
import casetrail.command.cases.CaseOrder;
import casetrail.events.Envelope;
import casetrail.events.Reason;
import casetrail.events.access.AccessEvent;
import casetrail.events.refusals.Refusal;
import java.util.List;
import java.util.TreeMap;

/** Puts refused orders on record: who asked for what, and by which code it was refused. */
final class RefusalRecord {

    private final RecordAccess access;
    private final String jurisdiction;

    RefusalRecord(RecordAccess access, String jurisdiction) {
        this.access = access;
        this.jurisdiction = jurisdiction;
    }

    /** On disk when it returns. */
    void record(CaseOrder order, Refusal refusal) {
        var c = order.circumstances();
        var guard = refusal.guard();
        var reason = c.reason();
        var event = new AccessEvent.CommandRefused(
                order.command().caseId().stream(),
                order.command().name().name(),
                refusal.code().name(),
                guard == null ? null : guard.name());
        access.record(
                event,
                new Envelope(
                        c.actor(),
                        c.channel(),
                        // Without the words: nobody needs them of what did not happen.
                        reason == null ? null : new Reason(reason.code(), null),
                        c.decidedAt(),
                        c.assurance(),
                        List.of(),
                        new TreeMap<>(),
                        jurisdiction,
                        c.request(),
                        c.correlationId(),
                        c.causationId()));
    }
}
