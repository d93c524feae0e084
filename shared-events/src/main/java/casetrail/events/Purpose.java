package casetrail.events;

/** What a sealed value is kept for; every purpose of a subject has its own key. */
public enum Purpose {
    /** Free text about a case: description, reasons, results, minutes. */
    FREE_TEXT,
    /** How a reporter can be reached. */
    CONTACT
}
