package casetrail.command.viewing;

import casetrail.events.refusals.Refusal;
import casetrail.events.views.ViewEvent;

/** What becomes of an order. */
public sealed interface ViewDecision {

    /** It is done by this event. */
    record Happens(ViewEvent event) implements ViewDecision {}

    /** It is not done. */
    record Refused(Refusal refusal) implements ViewDecision {}
}
