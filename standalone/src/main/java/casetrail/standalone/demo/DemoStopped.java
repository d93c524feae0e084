package casetrail.standalone.demo;

/** The demo city could not be made; it is gone on with at the next start. */
public final class DemoStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoStopped(String message) {
        super(message);
    }
}
