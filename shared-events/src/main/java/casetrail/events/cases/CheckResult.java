package casetrail.events.cases;

/** What a check before closure found. */
public enum CheckResult {
    PASS,
    FAIL,
    UNABLE
}
