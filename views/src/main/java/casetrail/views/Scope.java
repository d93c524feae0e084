package casetrail.views;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, from where, and for what purpose. Every read of a view takes one, and what it answers is only what the view's audience lets
 * that reader know of.
 *
 * @param standings what the reader may act as; without any, nothing is seen but what the audience grants the person
 * @param purpose what the question is for, as it stands in logs, for example {@code case-list}
 */
public record Scope(PersonId person, List<Standing> standings, String purpose) {

    public Scope {
        standings = List.copyOf(standings);
    }

    /** A role with the unit that it is held for, if any. */
    public record Standing(Role role, @Nullable UnitCode unit) {}
}
