package casetrail.events.cases;

import casetrail.events.Role;

/**
 * Which cases a role may know of at all: the one table of it, for orders and for reading alike. To everybody else it is as if there
 * were no such case.
 */
public enum CaseAudience {
    /** Every case, restricted or not: who has to work on, decide about or audit any of them. */
    EVERY_CASE,
    /** Every case that is not restricted; a restricted one if the own unit holds it, or if the person has to do with it. */
    ORDINARY_CASES,
    /** Those that the person has to do with, and no others. */
    OWN_CASES;

    /** What the role may know of. */
    public static CaseAudience of(Role role) {
        return switch (role) {
            case ACCEPTOR,
                    SHIFT_LEADER,
                    DISPATCHER,
                    STREET_LEAD,
                    SUPERVISOR,
                    EVALUATOR,
                    AUDITOR,
                    PRIVACY_OFFICER,
                    RECORDS_OFFICER,
                    SYSTEM -> EVERY_CASE;
            case GRID_MEMBER, DEPT_LEAD, HANDLER, COMMUNITY_LEAD, ANALYST, ADMIN -> ORDINARY_CASES;
            case CITIZEN -> OWN_CASES;
        };
    }

    /**
     * Whether the case may be known of.
     *
     * @param restricted whether the case's visibility is restricted
     * @param ownUnit whether the unit that the person acts for holds the case
     * @param involved whether the person acted on the case, somebody acted on that person's behalf, or it was put on the case; whoever
     *     only claims to act on behalf of such a person is not
     */
    public boolean mayKnow(boolean restricted, boolean ownUnit, boolean involved) {
        return switch (this) {
            case EVERY_CASE -> true;
            case ORDINARY_CASES -> !restricted || ownUnit || involved;
            case OWN_CASES -> involved;
        };
    }
}
