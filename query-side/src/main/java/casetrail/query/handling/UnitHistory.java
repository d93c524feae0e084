package casetrail.query.handling;

import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.query.casefile.Coded;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the cases that a unit held, the one that changed last first.
 *
 * @param next the address of the next page, also in the header {@code Link}; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitHistory(
        UnitCode unit, List<Held> cases, @Nullable String next) {

    /**
     * A case with the unit's stints.
     *
     * @param stints oldest first
     * @param leftOut how many older stints and acts of the case, of whomever, are not kept
     */
    record Held(CaseId id, String number, Coded status, Instant updatedAt, List<Stint> stints, int leftOut) {}
}
