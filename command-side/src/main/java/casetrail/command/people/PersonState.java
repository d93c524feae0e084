package casetrail.command.people;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent;
import casetrail.events.people.PersonEvent.AccountClosed;
import casetrail.events.people.PersonEvent.AccountOpened;
import casetrail.events.people.PersonEvent.CredentialChanged;
import casetrail.events.people.PersonEvent.GrantRevoked;
import casetrail.events.people.PersonEvent.PersonRegistered;
import casetrail.events.people.PersonEvent.RoleGrantRejected;
import casetrail.events.people.PersonEvent.RoleGrantRequested;
import casetrail.events.people.PersonEvent.RoleGranted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a person needs to know.
 *
 * @param sequence of the last event; -1 if there is none
 * @param open whether the account logs in
 */
public record PersonState(
        long sequence, @Nullable PersonId person, @Nullable AccountName account, boolean open, List<Grant> grants) {

    public static final PersonState NONE = new PersonState(-1, null, null, false, List.of());

    /** How far a grant has come. */
    public enum Phase {
        REQUESTED,
        REJECTED,
        GRANTED,
        REVOKED
    }

    /**
     * One grant.
     *
     * @param requestedBy every person behind the request
     */
    public record Grant(
            GrantId id,
            Role role,
            @Nullable UnitCode unit,
            Instant from,
            @Nullable Instant until,
            Set<PersonId> requestedBy,
            Phase phase) {

        Grant in(Phase other) {
            return new Grant(id, role, unit, from, until, requestedBy, other);
        }

        boolean sameOffice(Role otherRole, @Nullable UnitCode otherUnit) {
            return role == otherRole && (unit == null ? otherUnit == null : unit.equals(otherUnit));
        }

        /** Whether it has, or may still come to have, any force after the moment. */
        boolean alive(Instant at) {
            return (phase == Phase.REQUESTED || phase == Phase.GRANTED) && (until == null || at.isBefore(until));
        }
    }

    public boolean exists() {
        return person != null;
    }

    Optional<Grant> grant(GrantId id) {
        return grants.stream().filter(g -> g.id().equals(id)).findFirst();
    }

    /** What the event makes of it; never refuses. */
    public static PersonState after(PersonState before, Recorded<PersonEvent> recorded) {
        var s = new PersonState(recorded.sequence(), before.person, before.account, before.open, before.grants);
        return switch (recorded.event()) {
            case PersonRegistered e -> new PersonState(s.sequence, e.person(), s.account, s.open, s.grants);
            case AccountOpened e -> new PersonState(s.sequence, s.person, e.account(), true, s.grants);
            case AccountClosed e -> new PersonState(s.sequence, s.person, s.account, false, s.grants);
            case CredentialChanged e -> s;
            case RoleGrantRequested e ->
                s.having(new Grant(
                        e.grant(),
                        e.role(),
                        e.unit(),
                        e.from(),
                        e.until(),
                        recorded.envelope().actor().persons(),
                        Phase.REQUESTED));
            case RoleGrantRejected e -> s.changing(e.grant(), g -> g.in(Phase.REJECTED));
            case RoleGranted e ->
                s.grant(e.grant()).isPresent()
                        ? s.changing(e.grant(), g -> g.in(Phase.GRANTED))
                        : s.having(
                                new Grant(e.grant(), e.role(), e.unit(), e.from(), e.until(), Set.of(), Phase.GRANTED));
            case GrantRevoked e -> s.changing(e.grant(), g -> g.in(Phase.REVOKED));
        };
    }

    private PersonState having(Grant grant) {
        var more = new ArrayList<>(grants);
        more.add(grant);
        return new PersonState(sequence, person, account, open, List.copyOf(more));
    }

    private PersonState changing(GrantId id, UnaryOperator<Grant> change) {
        return new PersonState(
                sequence,
                person,
                account,
                open,
                grants.stream()
                        .map(g -> g.id().equals(id) ? change.apply(g) : g)
                        .toList());
    }
}
