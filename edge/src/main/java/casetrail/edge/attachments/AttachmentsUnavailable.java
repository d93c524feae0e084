package casetrail.edge.attachments;

import casetrail.edge.problem.Outage;

/** The attachments' storage did not answer: an outage; the same request may succeed later. */
public class AttachmentsUnavailable extends Outage {

    private static final long serialVersionUID = 1;

    public AttachmentsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
