package casetrail.edge.problem;

/** A part of the system did not answer; the same request may succeed later, and is told so. */
public abstract class Outage extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected Outage(String message, Throwable cause) {
        super(message, cause);
    }
}
