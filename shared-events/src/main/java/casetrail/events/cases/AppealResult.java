package casetrail.events.cases;

/** What a review of an overdue appeal came to. */
public enum AppealResult {
    UPHELD,
    DISMISSED
}
