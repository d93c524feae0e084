package casetrail.command.cases;

import casetrail.events.UnitCode;
import casetrail.events.cases.CaseStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies outside a case's own stream and was looked up for a command about it, as data.
 *
 * @param candidateUnits the units for which the person named in the command (handler or collector) holds the role it needs now; empty
 *     if that person does not hold it
 * @param candidateHoldsRole whether that person holds the role that the command needs, for whatever unit
 * @param parentStatus the status of the case named as parent; absent if there is none or the command names none
 */
public record CaseFacts(
        Set<UnitCode> candidateUnits,
        boolean candidateHoldsRole,
        @Nullable CaseStatus parentStatus) {

    /** Nothing had to be looked up. */
    public static final CaseFacts NONE = new CaseFacts(Set.of(), false, null);

    public CaseFacts {
        candidateUnits = Set.copyOf(candidateUnits);
    }
}
