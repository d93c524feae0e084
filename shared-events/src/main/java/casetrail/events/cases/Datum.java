package casetrail.events.cases;

/** The datum in which a place came in; all is kept as WGS-84 beside the raw value. */
public enum Datum {
    WGS84,
    GCJ02,
    BD09,
    LOCAL
}
