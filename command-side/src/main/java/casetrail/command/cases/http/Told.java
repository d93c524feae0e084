package casetrail.command.cases.http;

import casetrail.edge.problem.Problem.EventSince;
import casetrail.edge.problem.Violation;
import casetrail.events.refusals.Refusal;
import java.util.List;

/** What became of an ask. */
sealed interface Told {

    /**
     * It is done, or would be.
     *
     * @param created whether it makes a case
     * @param repeated whether it was done before and this is the answer given then
     */
    record Done(CommandAnswer answer, boolean created, boolean repeated) implements Told {}

    /** It is not done. */
    record Not(Refusal refusal, List<Violation> violations, List<EventSince> eventsSince) implements Told {}
}
