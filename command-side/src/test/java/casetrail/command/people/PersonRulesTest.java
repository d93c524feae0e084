package casetrail.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.people.PersonCommand.ApproveRoleGrant;
import casetrail.command.people.PersonCommand.ChangePassword;
import casetrail.command.people.PersonCommand.CloseAccount;
import casetrail.command.people.PersonCommand.RegisterPerson;
import casetrail.command.people.PersonCommand.RejectRoleGrant;
import casetrail.command.people.PersonCommand.RequestRoleGrant;
import casetrail.command.people.PersonCommand.RevokeGrant;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
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
import casetrail.events.refusals.RefusalCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final PersonId ALICE = new PersonId("person-alice");
    private static final AccountName ACCOUNT = new AccountName("acceptor-1");
    private static final GrantId GRANT = new GrantId("grant-1");
    private static final Actor FIRST = admin("person-first");
    private static final Actor SECOND = admin("person-second");

    private final PersonState known =
            fold(PersonState.NONE, FIRST, new PersonRegistered(ALICE), new AccountOpened(ALICE, ACCOUNT));
    private final PersonState asked = fold(known, FIRST, requested(Role.ACCEPTOR));
    private final PersonState acceptor = fold(asked, SECOND, granted(Role.ACCEPTOR));

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMIN", "SYSTEM"})
    void whoever_is_no_administrator_decides_nothing_about_others(Role role) {
        var actor = new Actor(new PersonId("person-first"), role, null, null);
        for (var command : List.<PersonCommand>of(
                new RegisterPerson(ALICE, ACCOUNT),
                new ChangePassword(ALICE),
                request(Role.ACCEPTOR),
                new ApproveRoleGrant(ALICE, GRANT),
                new RejectRoleGrant(ALICE, GRANT),
                new RevokeGrant(ALICE, GRANT),
                new CloseAccount(ALICE))) {
            assertThat(PersonRules.decide(asked, order(command, actor, 2)))
                    .as(command.name())
                    .isInstanceOfSatisfying(
                            PersonDecision.Refused.class,
                            r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.FORBIDDEN_ROLE));
        }
    }

    @Test
    void a_person_is_registered_once_with_an_account() {
        accepted(
                PersonState.NONE,
                new RegisterPerson(ALICE, ACCOUNT),
                FIRST,
                1,
                new PersonRegistered(ALICE),
                new AccountOpened(ALICE, ACCOUNT));
        refused(known, new RegisterPerson(ALICE, ACCOUNT), FIRST, 1, RefusalCode.ALREADY_SO);
    }

    @Test
    void the_system_is_no_person() {
        refused(
                PersonState.NONE,
                new RegisterPerson(Actor.SYSTEM.person(), ACCOUNT),
                FIRST,
                1,
                RefusalCode.INVALID_REQUEST);
    }

    @Test
    void nothing_is_decided_about_the_unknown() {
        refused(PersonState.NONE, request(Role.ACCEPTOR), FIRST, 2, RefusalCode.NOT_FOUND);
        refused(PersonState.NONE, new CloseAccount(ALICE), FIRST, 2, RefusalCode.NOT_FOUND);
    }

    @Test
    void while_the_first_start_is_not_over_one_administrator_grants_alone() {
        accepted(known, request(Role.ADMIN), FIRST, 1, requested(Role.ADMIN), granted(Role.ADMIN));
    }

    @Test
    void afterwards_a_request_waits_for_a_second_administrator() {
        accepted(known, request(Role.ACCEPTOR), FIRST, 2, requested(Role.ACCEPTOR));
    }

    @Test
    void nobody_grants_a_role_to_himself_also_not_on_behalf_of_somebody() {
        var herself = new Actor(ALICE, Role.ADMIN, null, null);
        refused(known, request(Role.ACCEPTOR), herself, 1, RefusalCode.SECOND_PERSON_REQUIRED);
        refused(known, request(Role.ACCEPTOR), herself, 2, RefusalCode.SECOND_PERSON_REQUIRED);
        var forHer = new Actor(FIRST.person(), Role.ADMIN, null, ALICE);
        refused(known, request(Role.ACCEPTOR), forHer, 1, RefusalCode.SECOND_PERSON_REQUIRED);
        refused(asked, new ApproveRoleGrant(ALICE, GRANT), herself, 2, RefusalCode.SECOND_PERSON_REQUIRED);
    }

    @Test
    void who_asked_does_not_agree_and_another_does() {
        refused(asked, new ApproveRoleGrant(ALICE, GRANT), FIRST, 2, RefusalCode.SECOND_PERSON_REQUIRED);
        var forFirst = new Actor(SECOND.person(), Role.ADMIN, null, FIRST.person());
        refused(asked, new ApproveRoleGrant(ALICE, GRANT), forFirst, 2, RefusalCode.SECOND_PERSON_REQUIRED);
        accepted(asked, new ApproveRoleGrant(ALICE, GRANT), SECOND, 2, granted(Role.ACCEPTOR));
    }

    @Test
    void what_was_decided_is_not_decided_again() {
        refused(acceptor, new ApproveRoleGrant(ALICE, GRANT), SECOND, 2, RefusalCode.ALREADY_SO);
        refused(acceptor, new RejectRoleGrant(ALICE, GRANT), SECOND, 2, RefusalCode.ALREADY_SO);
        refused(known, new ApproveRoleGrant(ALICE, GRANT), SECOND, 2, RefusalCode.NOT_FOUND);
        accepted(asked, new RejectRoleGrant(ALICE, GRANT), SECOND, 2, new RoleGrantRejected(ALICE, GRANT));
    }

    @Test
    void the_same_office_is_not_held_or_asked_for_twice() {
        refused(asked, request(Role.ACCEPTOR), FIRST, 2, RefusalCode.ALREADY_SO);
        refused(acceptor, request(Role.ACCEPTOR), FIRST, 2, RefusalCode.ALREADY_SO);
        assertThat(PersonRules.decide(acceptor, order(request(Role.SHIFT_LEADER), FIRST, 2)))
                .isInstanceOf(PersonDecision.Accepted.class);
    }

    @Test
    void nobody_holds_the_role_of_the_system() {
        refused(known, request(Role.SYSTEM), FIRST, 1, RefusalCode.INVALID_REQUEST);
        refused(known, request(Role.SYSTEM), Actor.SYSTEM, 1, RefusalCode.INVALID_REQUEST);
    }

    @Test
    void a_grant_does_not_end_before_it_begins() {
        var command = new RequestRoleGrant(ALICE, GRANT, Role.ACCEPTOR, null, NOW, NOW);
        refused(known, command, FIRST, 1, RefusalCode.TIME_NOT_ALLOWED);
    }

    @Test
    void a_grant_is_revoked_once() {
        accepted(acceptor, new RevokeGrant(ALICE, GRANT), FIRST, 2, new GrantRevoked(ALICE, GRANT));
        refused(asked, new RevokeGrant(ALICE, GRANT), FIRST, 2, RefusalCode.ALREADY_SO);
        refused(
                fold(acceptor, FIRST, new GrantRevoked(ALICE, GRANT)),
                new RevokeGrant(ALICE, GRANT),
                FIRST,
                2,
                RefusalCode.ALREADY_SO);
    }

    @Test
    void the_last_administrator_stays() {
        var admin = fold(known, Actor.SYSTEM, requested(Role.ADMIN), granted(Role.ADMIN));
        refused(admin, new RevokeGrant(ALICE, GRANT), FIRST, 1, RefusalCode.SECOND_PERSON_REQUIRED);
        refused(admin, new CloseAccount(ALICE), FIRST, 1, RefusalCode.SECOND_PERSON_REQUIRED);
        accepted(admin, new RevokeGrant(ALICE, GRANT), FIRST, 2, new GrantRevoked(ALICE, GRANT));
    }

    @Test
    void an_administrator_whose_grant_will_end_does_not_count_as_the_one_who_remains() {
        var lasting = fold(known, Actor.SYSTEM, requested(Role.ADMIN), granted(Role.ADMIN));
        for (var command : List.of(new CloseAccount(ALICE), new RevokeGrant(ALICE, GRANT))) {
            assertThat(PersonRules.decide(lasting, new PersonOrder(command, FIRST, Channel.WEB, NOW, 2, 1, "test")))
                    .isInstanceOfSatisfying(
                            PersonDecision.Refused.class,
                            r -> assertThat(r.refusal().code()).isEqualTo(RefusalCode.SECOND_PERSON_REQUIRED));
        }
        var until = NOW.plusSeconds(60);
        var ending = fold(
                known,
                Actor.SYSTEM,
                new RoleGrantRequested(ALICE, GRANT, Role.ADMIN, null, NOW, until),
                new RoleGranted(ALICE, GRANT, Role.ADMIN, null, NOW, until));
        assertThat(PersonRules.decide(
                        ending, new PersonOrder(new RevokeGrant(ALICE, GRANT), FIRST, Channel.WEB, NOW, 2, 1, "test")))
                .isInstanceOf(PersonDecision.Accepted.class);
    }

    @Test
    void a_closed_account_holds_nothing_more_and_changes_no_password() {
        accepted(
                acceptor,
                new CloseAccount(ALICE),
                FIRST,
                2,
                new GrantRevoked(ALICE, GRANT),
                new AccountClosed(ALICE, ACCOUNT));
        var closed = fold(acceptor, FIRST, new AccountClosed(ALICE, ACCOUNT));
        refused(closed, new CloseAccount(ALICE), FIRST, 2, RefusalCode.ALREADY_SO);
        refused(closed, new ChangePassword(ALICE), FIRST, 2, RefusalCode.NOT_FOUND);
    }

    @Test
    void the_owner_changes_the_own_password_in_whatever_role() {
        var herself = new Actor(ALICE, Role.ACCEPTOR, null, null);
        accepted(acceptor, new ChangePassword(ALICE), herself, 2, new CredentialChanged(ALICE, ACCOUNT));
    }

    @Test
    void commands_have_the_names_that_stand_on_record() {
        assertThat(request(Role.ADMIN).name()).isEqualTo("REQUEST_ROLE_GRANT");
        assertThat(new CloseAccount(ALICE).name()).isEqualTo("CLOSE_ACCOUNT");
    }

    @Test
    void an_id_follows_from_the_account_name() {
        assertThat(PersonIds.of(ACCOUNT)).isEqualTo(PersonIds.of(new AccountName("acceptor-1")));
        assertThat(PersonIds.of(ACCOUNT)).isNotEqualTo(PersonIds.of(new AccountName("acceptor-2")));
    }

    private static void accepted(
            PersonState state, PersonCommand command, Actor actor, int administrators, PersonEvent... events) {
        assertThat(PersonRules.decide(state, order(command, actor, administrators)))
                .isEqualTo(new PersonDecision.Accepted(Arrays.asList(events)));
    }

    private static void refused(
            PersonState state, PersonCommand command, Actor actor, int administrators, RefusalCode code) {
        assertThat(PersonRules.decide(state, order(command, actor, administrators)))
                .isInstanceOfSatisfying(
                        PersonDecision.Refused.class,
                        r -> assertThat(r.refusal().code()).isEqualTo(code));
    }

    private static PersonOrder order(PersonCommand command, Actor actor, int administrators) {
        return new PersonOrder(command, actor, Channel.WEB, NOW, administrators, administrators, "test");
    }

    private static RequestRoleGrant request(Role role) {
        return new RequestRoleGrant(ALICE, GRANT, role, null, NOW, null);
    }

    private static RoleGrantRequested requested(Role role) {
        return new RoleGrantRequested(ALICE, GRANT, role, null, NOW, null);
    }

    private static RoleGranted granted(Role role) {
        return new RoleGranted(ALICE, GRANT, role, null, NOW, null);
    }

    private static Actor admin(String person) {
        return new Actor(new PersonId(person), Role.ADMIN, null, null);
    }

    private static PersonState fold(PersonState before, Actor actor, PersonEvent... events) {
        var state = before;
        for (var event : events) {
            var envelope = new Envelope(
                    actor,
                    Channel.WEB,
                    null,
                    NOW,
                    Assurance.FIRST_HAND,
                    List.of(),
                    new TreeMap<>(),
                    "test",
                    null,
                    "test",
                    null);
            state = PersonState.after(
                    state, new Recorded<>(0, ALICE.stream(), state.sequence() + 1, "id", NOW, envelope, event));
        }
        return state;
    }
}
