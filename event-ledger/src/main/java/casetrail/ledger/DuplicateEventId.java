package casetrail.ledger;

/** An event id was used before: a defect of the appender. Nothing of the append is in the log. */
public final class DuplicateEventId extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public DuplicateEventId(Append append, Throwable cause) {
        super(
                "an event id of the append at %s/%d stands in the log already"
                        .formatted(append.stream(), append.firstSequence()),
                cause);
    }
}
