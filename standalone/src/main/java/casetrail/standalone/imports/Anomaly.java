package casetrail.standalone.imports;

/** What is odd about a row that comes in all the same; kept as a flag of the events that it touches. */
public enum Anomaly {
    /** The closing time lies before the opening time; both stay as found. */
    CLOSED_BEFORE_OPENED(true),
    /** The row is not closed but has a closing time. */
    CLOSE_DATE_ON_OPEN_CASE(false),
    /** The row is closed but has no closing time; the opening time stands in. */
    NO_CLOSE_DATE(true),
    /** The last action lies before the opening time. */
    ACTION_BEFORE_OPENED(false),
    /** The row is open, and the source calls it overdue. */
    OPEN_OVERDUE(false),
    /** The source gives no due date, so that the limit is the one of our own profile. */
    NO_DUE_DATE(false),
    /** The due date does not lie after the opening, and is left out. */
    DUE_BEFORE_OPENED(false),
    /** The source's own on-time flag is missing or contradicts its dates. */
    ON_TIME_DISAGREES(true),
    /** A date other than the opening cannot be read, and is left out. */
    UNREADABLE_DATE(false),
    /** A date lies in the future; the moment of the import stands in. */
    FUTURE_DATE(false),
    /** A local time that clocks showed twice that day; the earlier one is taken unless another field tells. */
    AMBIGUOUS_LOCAL_TIME(false),
    /** A local time that clocks skipped that day; it is read as if they had not. */
    NONEXISTENT_LOCAL_TIME(false),
    /** The closing time and its stamp in UTC are not the same instant; the closing time is taken. */
    CLOSE_STAMP_DISAGREES(true),
    NO_COORDINATES(false),
    COORDINATES_OUT_OF_RANGE(false),
    /** Neither a point nor an address; a coarser name of the place, or none, stands in. */
    NO_PLACE(false),
    /** The source names no unit. */
    NO_UNIT(false),
    /** The source names no subclass. */
    NO_SUBCLASS(false),
    /** The source says nothing about the result. */
    NO_RESULT_TEXT(true),
    /** The source knows another state than we do; the case is left as dispatched. */
    UNKNOWN_STATUS(false),
    /** The source calls it pending, for a reason it does not give. */
    STATUS_PENDING(false),
    /** Closed as a duplicate, but the source does not say of which request. */
    DUPLICATE_WITHOUT_PARENT(true),
    /** UTF-8 that was once read as Latin-1; kept as found. */
    MOJIBAKE(false),
    /** Bytes that are no UTF-8; U+FFFD stands in. */
    UNREADABLE_CHARACTERS(false),
    /** Control characters; a space stands in. */
    CONTROL_CHARACTERS(false),
    /** A text longer than its bound; the rest is left out. */
    TEXT_CUT(false),
    /** The row has more or fewer fields than the header. */
    FIELD_COUNT(false);

    private final boolean ofClosing;

    Anomaly(boolean ofClosing) {
        this.ofClosing = ofClosing;
    }

    /** Whether the events that end the case carry it too, and not only the report. */
    boolean ofClosing() {
        return ofClosing;
    }
}
