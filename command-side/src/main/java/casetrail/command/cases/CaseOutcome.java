package casetrail.command.cases;

import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.refusals.Refusal;

/** What became of an order. */
public sealed interface CaseOutcome {

    /**
     * It is done, and on disk; or it was done before under the same key, and this is the answer given then.
     *
     * @param sequence of the last event it brought about, the case's version
     * @param position of that event in the log
     * @param status of the case after it
     * @param repeated whether it was done before
     */
    record Done(CaseId caseId, long sequence, long position, CaseStatus status, boolean repeated)
            implements CaseOutcome {}

    /** It was refused, changed nothing, and the refusal is on record. */
    record Refused(Refusal refusal) implements CaseOutcome {}
}
