package casetrail.views.store;

import java.io.Serial;

/** The engine of the views does not answer now; another try may succeed. */
public final class ViewsUnavailable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ViewsUnavailable(String message) {
        super(message);
    }

    public ViewsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
