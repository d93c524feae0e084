package casetrail.events.log;

/** The log's engine did not answer: an outage, to be retried within bounds; nothing is known to be lost. */
public class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LogUnavailable(String message) {
        super(message);
    }

    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
