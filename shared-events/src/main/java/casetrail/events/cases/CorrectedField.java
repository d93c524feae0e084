package casetrail.events.cases;

/** What of a case may be corrected. */
public enum CorrectedField {
    CLASSIFICATION,
    LOCATION,
    GRID,
    PUBLIC_TEXT,
    ASSET,
    SOURCE
}
