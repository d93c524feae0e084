package casetrail.edge.vault;

import casetrail.edge.problem.Outage;

/** The vault's storage did not answer: an outage; the same request may succeed later. */
public class VaultUnavailable extends Outage {

    private static final long serialVersionUID = 1;

    public VaultUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
