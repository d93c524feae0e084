package casetrail.standalone.directory;

/** Something outside the program keeps it from starting or serving; the message is one line and says what and where. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
