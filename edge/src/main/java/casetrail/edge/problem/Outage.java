package casetrail.edge.problem;

import casetrail.edge.state.StateUnavailable;
import casetrail.events.log.LogUnavailable;
import casetrail.views.store.ViewsUnavailable;
import java.util.concurrent.RejectedExecutionException;

/** A part of the system did not answer; the same request may succeed later, and is told so. */
public abstract class Outage extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected Outage(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether what was thrown says that a part did not answer, whichever part it was. */
    public static boolean isOne(Throwable thrown) {
        return thrown instanceof Outage
                || thrown instanceof LogUnavailable
                || thrown instanceof StateUnavailable
                || thrown instanceof ViewsUnavailable
                || thrown instanceof RejectedExecutionException;
    }
}
