package casetrail.events.cases;

/** The grounds on which handling may wait. */
public enum SuspensionCategory {
    SEASON,
    ENGINEERING,
    FUNDING,
    OWNERSHIP,
    WEATHER,
    LEGAL
}
