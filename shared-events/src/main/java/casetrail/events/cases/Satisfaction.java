package casetrail.events.cases;

/** What the claimant answered in a call-back. */
public enum Satisfaction {
    SATISFIED,
    BASICALLY_SATISFIED,
    DISSATISFIED,
    NO_ANSWER
}
