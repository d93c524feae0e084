package casetrail.query.caselist;

import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.query.casefile.Coded;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the asker, by each standing that any work can wait for.
 *
 * @param at the moment that overdue is counted from
 */
record Worklists(List<Worklist> worklists, Instant at) {

    /**
     * The work of one standing.
     *
     * @param cases how many wait; a case counts once, whatever it waits for
     * @param overdue how many of them have passed a deadline
     * @param duties what they wait for, with the number of cases each
     * @param href where they are listed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Worklist(Coded role, @Nullable UnitCode unit, long cases, long overdue, List<Waiting> duties, String href) {}

    /** How many cases wait for a command. */
    record Waiting(String command, long cases) {}

    /** As a role stands in addresses, for example {@code dept-lead}. */
    static String path(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
