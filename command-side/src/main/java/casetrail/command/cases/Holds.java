package casetrail.command.cases;

/** Whether a condition holds, as far as one can tell. */
enum Holds {
    YES,
    NO,
    /** It depends on what exactly is asked, or on what was looked up for it. */
    DEPENDS;

    static Holds when(boolean condition) {
        return condition ? YES : NO;
    }
}
