package casetrail.events.wire;

/** The bytes of a stored event do not fit its name and revision: a defect or damage; the reader stops. */
public class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableEvent(String name, int revision, Throwable cause) {
        super(
                "the payload of '%s' revision %d cannot be read: %s".formatted(name, revision, cause.getMessage()),
                cause);
    }
}
