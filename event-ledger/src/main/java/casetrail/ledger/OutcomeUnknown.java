package casetrail.ledger;

import casetrail.events.log.LogUnavailable;

/** The engine was lost while it was appending and did not come back in time to be asked: the append may be in the log or not. */
public final class OutcomeUnknown extends LogUnavailable {

    private static final long serialVersionUID = 1;

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
