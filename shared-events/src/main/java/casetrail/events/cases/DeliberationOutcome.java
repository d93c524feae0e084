package casetrail.events.cases;

/** How a deliberation about the case ended. */
public enum DeliberationOutcome {
    AGREED,
    NOT_AGREED,
    WITHDRAWN
}
