package casetrail.edge.state;

/** The engine that keeps the state did not answer: an outage, to be retried within bounds. */
public class StateUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StateUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
