package casetrail.events.cases;

/** Why a report is not filed. */
public enum RejectionGround {
    NOT_IN_SCOPE,
    NOT_EXISTS,
    NOT_IN_AREA,
    INSUFFICIENT,
    INVALID
}
