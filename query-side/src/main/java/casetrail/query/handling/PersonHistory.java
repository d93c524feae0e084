package casetrail.query.handling;

import casetrail.events.PersonId;
import casetrail.events.cases.CaseId;
import casetrail.query.casefile.Coded;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the cases that one of the staff acted on, the one that changed last first.
 *
 * @param next the address of the next page, also in the header {@code Link}; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonHistory(
        PersonId person, List<ActedOn> cases, @Nullable String next) {

    /**
     * A case with the person's acts.
     *
     * @param acts newest first
     * @param leftOut how many older stints and acts of the case, of whomever, are not kept
     */
    record ActedOn(CaseId id, String number, Coded status, Instant updatedAt, List<Act> acts, int leftOut) {}
}
