package casetrail.events.cases;

/** The units in which a limit is given (domain 4.1); the continuous ones run day and night. */
public enum LimitUnit {
    MINUTE,
    WORKING_HOUR,
    WORKING_DAY,
    URGENT_HOUR,
    URGENT_DAY,
    CALENDAR_DAY
}
