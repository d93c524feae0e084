package casetrail.edge.identity;

import casetrail.edge.problem.RefusedException;
import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.people.AccountName;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking, proven, with all that this person may act as at this moment. A controller takes it as an argument.
 *
 * @param standings what the person holds now, in the order of granting
 * @param session by what the person proved it; see {@link Sessions}
 */
public record Asker(PersonId person, AccountName account, List<Standing> standings, Session session) {

    public Asker {
        standings = List.copyOf(standings);
    }

    /** Whether the person holds the role, for whatever unit. */
    public boolean holds(Role role) {
        return standings.stream().anyMatch(s -> s.role() == role);
    }

    /** Whether the person holds any of the roles, for whatever unit. */
    public boolean holdsAny(Set<Role> roles) {
        return standings.stream().anyMatch(s -> roles.contains(s.role()));
    }

    /**
     * Which standing is used: the one asked for; else the first whose role is allowed; else the first, so that the rules refuse it
     * and the refusal is on record.
     *
     * @param allowed the roles that may do what is asked
     * @throws RefusedException if the standing asked for, or any at all, is not held
     */
    public Actor actingAs(ActingWish wish, Set<Role> allowed) {
        var held = standings.stream().filter(wish::fits).toList();
        Optional<Standing> used = held.stream()
                .filter(s -> allowed.contains(s.role()))
                .findFirst()
                .or(() -> held.stream().findFirst());
        return used.map(s -> new Actor(person, s.role(), s.unit(), wish.onBehalfOf()))
                .orElseThrow(() -> new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                        .with("role", wish.role() == null ? "-" : wish.toString())
                        .with("allowed", names(allowed))));
    }

    /**
     * Who it was, for the record of what was refused before a standing was chosen: the first standing wished for; else the first. For whom it
     * was to be done is left out, because nobody has looked yet whether there is such a person.
     */
    public Actor onRecord(ActingWish wish) {
        return standings.stream()
                .filter(wish::fits)
                .findFirst()
                .or(() -> standings.stream().findFirst())
                .map(s -> new Actor(person, s.role(), s.unit(), null))
                .orElseGet(() -> new Actor(person, Role.CITIZEN, null, null));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
    }
}
