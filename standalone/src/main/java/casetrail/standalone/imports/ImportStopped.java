package casetrail.standalone.imports;

/** The file cannot be read any further, or the log stays out of reach; what was done so far stays done. */
public final class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportStopped(String message) {
        super(message);
    }

    public ImportStopped(String message, Throwable cause) {
        super(message, cause);
    }
}
