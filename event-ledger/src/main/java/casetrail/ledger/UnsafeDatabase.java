package casetrail.ledger;

/** The database is set up so that the log's promises would not hold; nothing is served until that is repaired. */
public final class UnsafeDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnsafeDatabase(String faults) {
        super("the log is not served on this database: " + faults);
    }
}
