package casetrail.events.cases;

/** The stages that a clock is run for (domain 3.2). */
public enum Stage {
    ACCEPT,
    VERIFY,
    DISPATCH,
    HANDLE,
    CLOSE,
    CHECK
}
