package casetrail.edge.vault;

/** The vault's storage did not answer: an outage; the same request may succeed later. */
public class VaultUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public VaultUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
