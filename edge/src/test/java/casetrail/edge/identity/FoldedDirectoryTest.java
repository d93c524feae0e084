package casetrail.edge.identity;

import static casetrail.edge.identity.Town.ACCOUNT;
import static casetrail.edge.identity.Town.ALICE;
import static casetrail.edge.identity.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.log.LogUnavailable;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent.AccountClosed;
import casetrail.events.people.PersonEvent.GrantRevoked;
import casetrail.events.people.PersonEvent.PersonRegistered;
import casetrail.events.people.PersonEvent.RoleGrantRequested;
import casetrail.events.people.PersonEvent.RoleGranted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldedDirectoryTest {

    private static final UnitCode ROADS = new UnitCode("ROADS");

    private final Town town = new Town();
    private final Town.Node process = town.process();
    private final FoldedDirectory directory = process.directory();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_grant_holds_from_its_beginning_until_its_end() {
        town.happens(
                process,
                new RoleGranted(ALICE, new GrantId("grant-2"), Role.HANDLER, ROADS, NOON, NOON.plusSeconds(60)));
        assertThat(directory.holds(ALICE, Role.HANDLER, NOON.minusNanos(1))).isFalse();
        assertThat(directory.holds(ALICE, Role.HANDLER, NOON)).isTrue();
        assertThat(directory.unitsOf(ALICE, Role.HANDLER, NOON)).containsExactly(ROADS);
        assertThat(directory.holds(ALICE, Role.HANDLER, NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void a_request_is_no_grant() {
        town.happens(process, new RoleGrantRequested(ALICE, new GrantId("grant-2"), Role.ADMIN, null, NOON, null));
        assertThat(directory.holds(ALICE, Role.ADMIN, NOON)).isFalse();
    }

    @Test
    void standings_come_in_the_order_of_granting_and_go_when_revoked() {
        town.happens(process, Town.granted("grant-2", Role.AUDITOR, null));
        assertThat(directory.standings(ALICE, NOON))
                .extracting(s -> s.grant().value())
                .containsExactly("grant-1", "grant-2");
        town.happens(process, new GrantRevoked(ALICE, new GrantId("grant-1")));
        assertThat(directory.standings(ALICE, NOON)).extracting(Standing::role).containsExactly(Role.AUDITOR);
    }

    @Test
    void only_persons_who_can_log_in_are_counted() {
        assertThat(directory.countHolding(Role.ACCEPTOR, NOON)).isEqualTo(1);
        town.happens(process, new AccountClosed(ALICE, ACCOUNT));
        assertThat(directory.countHolding(Role.ACCEPTOR, NOON)).isZero();
        assertThat(directory.account(ACCOUNT)).map(Account::open).contains(false);
    }

    @Test
    void holders_of_a_role_are_told_by_unit_and_in_pages() {
        assertThat(directory.holding(Role.ACCEPTOR, null, NOON, null, 10))
                .extracting(Account::person)
                .containsExactly(ALICE);
        assertThat(directory.holding(Role.ACCEPTOR, new UnitCode("NOBODYS"), NOON, null, 10))
                .isEmpty();
        assertThat(directory.holding(Role.AUDITOR, null, NOON, null, 10)).isEmpty();
        assertThat(directory.holding(Role.ACCEPTOR, null, NOON, ALICE, 10)).isEmpty();
        assertThat(directory.holding(Role.ACCEPTOR, null, NOON, null, 0)).isEmpty();
    }

    @Test
    void persons_are_listed_in_pages() {
        for (int i = 0; i < 5; i++) {
            town.happens(process, new PersonRegistered(new PersonId("person-" + i)));
        }
        assertThat(directory.persons(null, 2)).extracting(PersonId::value).containsExactly("person-0", "person-1");
        assertThat(directory.persons(new PersonId("person-4"), 10)).containsExactly(ALICE);
        assertThat(directory.knows(ALICE)).isTrue();
        assertThat(directory.knows(new PersonId("person-nobody"))).isFalse();
    }

    @Test
    void an_event_it_cannot_read_stops_it_rather_than_letting_anybody_in() {
        long position = town.log.append(
                new StreamId("person-alice"), "person.promoted", 1, "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> directory.awaitPosition(position, Duration.ofSeconds(10)))
                .isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> directory.account(ACCOUNT)).isInstanceOf(LogUnavailable.class);
        assertThat(directory.stoppedBy()).isPresent();
    }
}
