package casetrail.events.cases;

/** How a whistle for the case was settled. */
public enum WhistleOutcome {
    SOLVED,
    PLAN_AGREED,
    ESCALATED,
    WITHDRAWN
}
