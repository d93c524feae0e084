package casetrail.command.people;

import static casetrail.command.people.PersonDecision.accept;
import static casetrail.command.people.PersonDecision.refuse;

import casetrail.command.people.PersonCommand.ApproveRoleGrant;
import casetrail.command.people.PersonCommand.ChangePassword;
import casetrail.command.people.PersonCommand.CloseAccount;
import casetrail.command.people.PersonCommand.RegisterPerson;
import casetrail.command.people.PersonCommand.RejectRoleGrant;
import casetrail.command.people.PersonCommand.RequestRoleGrant;
import casetrail.command.people.PersonCommand.RevokeGrant;
import casetrail.command.people.PersonState.Grant;
import casetrail.command.people.PersonState.Phase;
import casetrail.events.Actor;
import casetrail.events.Role;
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
import casetrail.events.refusals.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Who may log in, and as what. A role takes two administrators: one asks, another agrees. Only while there are fewer than two, the
 * first start is not over and one is enough. Nobody ever decides about a role of his own.
 */
public final class PersonRules {

    /** From so many administrators on, the first start is over. */
    public static final int ADMINISTRATORS_MIN = 2;

    /** The most grants of one person, ended ones included. */
    public static final int GRANTS_MAX = 200;

    private static final String ALLOWED = Role.ADMIN.name();

    private PersonRules() {}

    /** What becomes of the order. */
    public static PersonDecision decide(PersonState state, PersonOrder order) {
        boolean own = order.command() instanceof ChangePassword
                && order.actor().person().equals(order.command().person());
        if (!own && order.actor().role() != Role.ADMIN && order.actor().role() != Role.SYSTEM) {
            return refuse(RefusalCode.FORBIDDEN_ROLE, "allowed", ALLOWED);
        }
        if (order.command() instanceof RegisterPerson c) {
            return register(state, c);
        }
        return state.exists() ? decideAboutKnown(state, order) : refuse(RefusalCode.NOT_FOUND);
    }

    private static PersonDecision decideAboutKnown(PersonState state, PersonOrder order) {
        return switch (order.command()) {
            case RegisterPerson c -> register(state, c);
            case ChangePassword c -> change(state, c);
            case RequestRoleGrant c -> request(state, c, order);
            case ApproveRoleGrant c -> approve(state, c, order);
            case RejectRoleGrant c ->
                pending(state, c.grant(), grant -> accept(new RoleGrantRejected(c.person(), grant.id())));
            case RevokeGrant c -> revoke(state, c, order);
            case CloseAccount c -> close(state, c, order);
        };
    }

    private static PersonDecision register(PersonState state, RegisterPerson c) {
        if (state.exists()) {
            return refuse(RefusalCode.ALREADY_SO, "what", c.person());
        }
        if (c.person().equals(Actor.SYSTEM.person())) {
            return refuse(RefusalCode.INVALID_REQUEST, "person", c.person());
        }
        var registered = new PersonRegistered(c.person());
        return c.account() == null
                ? accept(registered)
                : accept(registered, new AccountOpened(c.person(), c.account()));
    }

    private static PersonDecision change(PersonState state, ChangePassword c) {
        return state.account() == null || !state.open()
                ? refuse(RefusalCode.NOT_FOUND)
                : accept(new CredentialChanged(c.person(), state.account()));
    }

    private static PersonDecision request(PersonState state, RequestRoleGrant c, PersonOrder order) {
        if (!c.role().canLogIn() || state.grants().size() >= GRANTS_MAX) {
            return refuse(RefusalCode.INVALID_REQUEST, "role", c.role());
        }
        if (c.until() != null && (!c.until().isAfter(c.from()) || !c.until().isAfter(order.decidedAt()))) {
            return refuse(RefusalCode.TIME_NOT_ALLOWED, "occurredAt", c.until());
        }
        boolean twice =
                state.grants().stream().anyMatch(g -> g.sameOffice(c.role(), c.unit()) && g.alive(order.decidedAt()));
        if (twice) {
            return refuse(RefusalCode.ALREADY_SO, "what", c.role());
        }
        var requested = new RoleGrantRequested(c.person(), c.grant(), c.role(), c.unit(), c.from(), c.until());
        if (order.actor().role() == Role.SYSTEM) {
            return accept(requested, granted(requested));
        }
        boolean own = order.actor().sharesPersonWith(Set.of(c.person()));
        if (own) {
            return refuse(RefusalCode.SECOND_PERSON_REQUIRED);
        }
        return order.administrators() < ADMINISTRATORS_MIN ? accept(requested, granted(requested)) : accept(requested);
    }

    private static RoleGranted granted(RoleGrantRequested r) {
        return new RoleGranted(r.person(), r.grant(), r.role(), r.unit(), r.from(), r.until());
    }

    private static PersonDecision approve(PersonState state, ApproveRoleGrant c, PersonOrder order) {
        return pending(state, c.grant(), grant -> {
            boolean same = order.actor().sharesPersonWith(grant.requestedBy())
                    || order.actor().sharesPersonWith(Set.of(c.person()));
            if (same) {
                return refuse(RefusalCode.SECOND_PERSON_REQUIRED);
            }
            if (!grant.alive(order.decidedAt())) {
                return refuse(RefusalCode.TIME_NOT_ALLOWED, "occurredAt", Objects.requireNonNull(grant.until()));
            }
            return accept(
                    new RoleGranted(c.person(), grant.id(), grant.role(), grant.unit(), grant.from(), grant.until()));
        });
    }

    private static PersonDecision pending(PersonState state, GrantId id, Function<Grant, PersonDecision> decision) {
        var grant = state.grant(id);
        if (grant.isEmpty()) {
            return refuse(RefusalCode.NOT_FOUND, "id", id);
        }
        return grant.get().phase() == Phase.REQUESTED
                ? decision.apply(grant.get())
                : refuse(RefusalCode.ALREADY_SO, "what", grant.get().phase());
    }

    private static PersonDecision revoke(PersonState state, RevokeGrant c, PersonOrder order) {
        var grant = state.grant(c.grant());
        if (grant.isEmpty()) {
            return refuse(RefusalCode.NOT_FOUND, "id", c.grant());
        }
        if (grant.get().phase() != Phase.GRANTED) {
            return refuse(RefusalCode.ALREADY_SO, "what", grant.get().phase());
        }
        return lastAdministrator(state, List.of(grant.get()), order)
                ? refuse(RefusalCode.SECOND_PERSON_REQUIRED)
                : accept(new GrantRevoked(c.person(), c.grant()));
    }

    private static PersonDecision close(PersonState state, CloseAccount c, PersonOrder order) {
        if (state.account() == null || !state.open()) {
            return refuse(RefusalCode.ALREADY_SO, "what", c.person());
        }
        if (lastAdministrator(state, state.grants(), order)) {
            return refuse(RefusalCode.SECOND_PERSON_REQUIRED);
        }
        var events = new ArrayList<PersonEvent>();
        state.grants().stream()
                .filter(g -> g.phase() == Phase.GRANTED)
                .forEach(g -> events.add(new GrantRevoked(c.person(), g.id())));
        events.add(new AccountClosed(c.person(), state.account()));
        return new PersonDecision.Accepted(events);
    }

    /** Without an administrator nobody could ever grant a role again; one whose own grant will end does not count as who remains. */
    private static boolean lastAdministrator(PersonState state, List<Grant> ending, PersonOrder order) {
        var offices = ending.stream()
                .filter(g -> g.phase() == Phase.GRANTED && g.role() == Role.ADMIN && g.alive(order.decidedAt()))
                .toList();
        if (offices.isEmpty() || !state.open()) {
            return false;
        }
        boolean lasting =
                offices.stream().anyMatch(g -> g.until() == null && !g.from().isAfter(order.decidedAt()));
        return order.administrators() <= 1 || (lasting && order.lastingAdministrators() <= 1);
    }
}
