package casetrail.events;

/** The side of the house on which a role works; who handles never verifies or closes (domain: two-axis organisation). */
public enum Axis {
    COLLECTION,
    OUTSIDE,
    SUPERVISION,
    COMMAND,
    DISPOSAL,
    AUDIT,
    OPERATIONS
}
