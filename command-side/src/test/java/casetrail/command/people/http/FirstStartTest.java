package casetrail.command.people.http;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.people.PersonCommand.RequestRoleGrant;
import casetrail.command.people.PersonIds;
import casetrail.command.people.PersonOutcome;
import casetrail.edge.identity.Passwords;
import casetrail.edge.identity.TokenBook;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstStartTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final AccountName ADMIN = FirstStart.ADMINISTRATOR;

    private final Registry registry = new Registry();
    private final AtomicInteger ids = new AtomicInteger();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Accounts accounts = new Accounts(
            registry,
            registry,
            registry,
            new Passwords(),
            new TokenBook(new NoTokens(), registry, clock, TokenBook.LIFE, new SecureRandom()),
            clock,
            () -> "t" + ids.incrementAndGet());

    @Test
    void the_first_start_makes_the_administrator_and_the_second_nobody() {
        assertThat(started(NOW).account()).isEqualTo(ADMIN);
        assertThat(at(NOW).ensureAdministrator()).isEmpty();
    }

    @Test
    void a_start_without_any_administrator_left_makes_one_under_a_free_name() {
        started(NOW);
        grantedUntil(new AccountName("boss-2"), NOW.plusSeconds(60));
        done(accounts.close(Actor.SYSTEM, Channel.SYSTEM, PersonIds.of(ADMIN)), false);
        // As a log of before this was refused may have it.
        registry.closeUnasked(PersonIds.of(ADMIN));

        var later = NOW.plusSeconds(61);
        var made = started(later);

        assertThat(made.account().value()).isEqualTo("admin-2");
        assertThat(registry.hash(made.account())).isPresent();
        assertThat(registry.countLasting(Role.ADMIN, later)).isEqualTo(1);
    }

    @Test
    void an_account_in_use_is_left_alone() {
        done(accounts.register(Actor.SYSTEM, Channel.SYSTEM, ADMIN, "a long enough password"), true);
        done(accounts.grant(Actor.SYSTEM, Channel.SYSTEM, PersonIds.of(ADMIN), Role.ACCEPTOR, null), true);
        var before = registry.hash(ADMIN);

        assertThat(started(NOW).account().value()).isEqualTo("admin-2");
        assertThat(registry.hash(ADMIN)).isEqualTo(before);
    }

    @Test
    void an_interrupted_start_is_done_again_with_another_password() {
        done(accounts.register(Actor.SYSTEM, Channel.SYSTEM, ADMIN, "a long enough password"), true);
        var before = registry.hash(ADMIN);

        assertThat(started(NOW).account()).isEqualTo(ADMIN);
        assertThat(registry.hash(ADMIN)).isNotEqualTo(before);
    }

    private void grantedUntil(AccountName account, Instant until) {
        var person = PersonIds.of(account);
        done(accounts.register(Actor.SYSTEM, Channel.SYSTEM, account, "a long enough password"), true);
        var grant = new RequestRoleGrant(person, new GrantId("grant-until"), Role.ADMIN, null, NOW, until);
        done(accounts.obey(Actor.SYSTEM, Channel.SYSTEM, grant), true);
    }

    private FirstStart.FirstAdministrator started(Instant at) {
        return at(at).ensureAdministrator().orElseThrow();
    }

    private FirstStart at(Instant at) {
        return new FirstStart(accounts, registry, () -> at, new SecureRandom());
    }

    private static void done(PersonOutcome outcome, boolean expected) {
        assertThat(outcome instanceof PersonOutcome.Done).as(outcome.toString()).isEqualTo(expected);
    }
}
