package casetrail.views.store;

import java.io.Serial;

/** Another process has taken over what this one was about to write; nothing that counts was written. Look again at who holds what. */
public final class Overtaken extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public Overtaken(String message) {
        super(message, null, false, false);
    }
}
