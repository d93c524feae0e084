package casetrail.standalone.catalogue;

/** The file is no table of filing standards. */
public final class StandardsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StandardsUnreadable(String message) {
        super(message);
    }
}
