package casetrail.command.cases;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.refusals.Refusal;
import java.util.List;
import java.util.SortedMap;

/** What the rules say to an order. */
public sealed interface Decision {

    /**
     * It happens.
     *
     * @param events at least one, in their order
     * @param ruleVersions the versions of the rules that decided, by rule name
     * @param flags what a reader of the events should be warned of
     */
    record Accepted(List<CaseEvent> events, SortedMap<String, String> ruleVersions, List<String> flags)
            implements Decision {}

    /** Nothing happens. */
    record Refused(Refusal refusal) implements Decision {}

    /**
     * It happened before under the same key; nothing happens now.
     *
     * @param sequence of the last event it brought about then
     * @param status of the case after it, then
     */
    record Repeated(long sequence, CaseStatus status) implements Decision {}
}
