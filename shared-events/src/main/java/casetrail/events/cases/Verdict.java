package casetrail.events.cases;

/** What a verification on site found. */
public enum Verdict {
    EXISTS,
    NOT_EXISTS,
    UNABLE
}
