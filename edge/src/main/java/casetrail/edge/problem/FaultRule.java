package casetrail.edge.problem;

import java.util.Locale;

/** The rules that a part of a request may break; each has its words in every language. */
public enum FaultRule {
    /** It is needed and absent. */
    MISSING,
    /** It is not understood; fact {@code fault} says why. */
    MALFORMED,
    /** There is no field of that name. */
    UNKNOWN_FIELD,
    /** Of another JSON type; fact {@code expected}. */
    WRONG_TYPE,
    /** Longer than its bound; facts {@code length}, {@code max}. */
    TOO_LONG,
    /** Shorter than its bound; facts {@code length}, {@code min}. */
    TOO_SHORT,
    /** More elements than the bound; facts {@code count}, {@code max}. */
    TOO_MANY,
    /** Not between its bounds; facts {@code value}, {@code min}, {@code max}. */
    OUT_OF_RANGE,
    /** Not one of the known values; facts {@code value}, {@code known}. */
    NOT_ONE_OF,
    /** There is no such thing; fact {@code value}. */
    NOT_KNOWN,
    /** Does not go together with another part; fact {@code other}. */
    CONFLICTS,
    /** The body as a whole is not JSON. */
    NOT_JSON;

    /** As it stands in an answer, for example {@code too-long}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
