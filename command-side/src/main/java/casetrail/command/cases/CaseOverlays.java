package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs beside the state of a case.
 *
 * @param supervisionLevel 1 to 3, or 0 while there is none
 * @param parent the case that this one is merged into
 * @param children the cases that are merged into this one
 * @param suspension how long handling may wait, while it does
 */
public record CaseOverlays(
        int supervisionLevel,
        boolean supervisionAnswered,
        Set<StreamId> whistles,
        Set<StreamId> deliberations,
        boolean restricted,
        @Nullable CaseId parent,
        Set<CaseId> children,
        @Nullable Suspended suspension,
        @Nullable Appeal appeal) {

    static final CaseOverlays NONE = new CaseOverlays(0, false, Set.of(), Set.of(), false, null, Set.of(), null, null);

    /** Handling waits. */
    public record Suspended(CaseStatus before, Instant until) {}

    /**
     * An appeal against having been overdue.
     *
     * @param filers everybody behind the appeal
     * @param reviewers everybody behind the reviews so far
     * @param reviews how many reviews there were
     * @param open whether it is still under review
     */
    public record Appeal(Set<PersonId> filers, Set<PersonId> reviewers, int reviews, boolean open) {}
}
