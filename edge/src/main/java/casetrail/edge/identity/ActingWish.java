package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * What the asker wants to act as ({@code Casetrail-Acting-As: ROLE} or {@code ROLE@UNIT}) and for whom
 * ({@code Casetrail-On-Behalf-Of}). A controller takes it as an argument; malformed headers are refused before.
 */
public record ActingWish(
        @Nullable Role role,
        @Nullable UnitCode unit,
        @Nullable PersonId onBehalfOf) {

    /** The header that chooses a standing. */
    public static final String ACTING_AS = "Casetrail-Acting-As";

    /** The header that names for whom it is done. */
    public static final String ON_BEHALF_OF = "Casetrail-On-Behalf-Of";

    /** Nothing in particular. */
    public static final ActingWish NONE = new ActingWish(null, null, null);

    /** Whether the standing is one that is wished for. */
    public boolean fits(Standing standing) {
        return (role == null || role == standing.role()) && (unit == null || unit.equals(standing.unit()));
    }

    @Override
    public String toString() {
        return role + (unit == null ? "" : "@" + unit);
    }
}
