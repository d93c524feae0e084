package casetrail.edge.vault;

/** A sealed value that no key of this vault opens though none was destroyed: it was changed, moved, or is another vault's. */
public class SealedUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SealedUnreadable(String message) {
        super(message);
    }

    public SealedUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
