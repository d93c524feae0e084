package casetrail.events;

/** How sure the log can be of a fact. */
public enum Assurance {
    /** The one who did it told us when doing it. */
    FIRST_HAND,
    /** Taken over from a foreign record; who and when are as found there. */
    IMPORTED
}
