package casetrail.command.cases;

import casetrail.events.Envelope;

/** What is written beside the events of a decision. */
public final class Envelopes {

    private Envelopes() {}

    /** The one envelope that all events of an accepted order share. */
    public static Envelope of(Circumstances c, Decision.Accepted accepted, String jurisdiction) {
        return new Envelope(
                c.actor(),
                c.channel(),
                c.reason(),
                c.occurredAt(),
                c.assurance(),
                accepted.flags(),
                accepted.ruleVersions(),
                jurisdiction,
                c.request(),
                c.correlationId(),
                c.causationId());
    }
}
