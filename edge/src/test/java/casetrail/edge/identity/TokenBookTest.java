package casetrail.edge.identity;

import static casetrail.edge.identity.Town.ACCOUNT;
import static casetrail.edge.identity.Town.ALICE;
import static casetrail.edge.identity.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Role;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent;
import casetrail.events.people.PersonEvent.AccountClosed;
import casetrail.events.people.PersonEvent.CredentialChanged;
import casetrail.events.people.PersonEvent.GrantRevoked;
import casetrail.events.people.PersonEvent.RoleGranted;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenBookTest {

    private final Town town = new Town();
    private final Town.Node first = town.process();
    private final Town.Node second = town.process();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_token_is_good_on_every_process() {
        var token = given();
        assertThat(first.tokens().byToken(token)).map(Asker::person).contains(ALICE);
        assertThat(second.tokens().byToken(token)).map(Asker::person).contains(ALICE);
    }

    @Test
    void only_its_hash_is_kept() {
        var given = first.tokens().give(account());
        assertThat(given.kept().toString())
                .doesNotContain(given.token())
                .doesNotContain(given.token().substring(3));
        assertThat(given.kept().secret()).isEqualTo(TokenBook.hashOf(given.token()));
    }

    @Test
    void no_two_tokens_are_alike_and_others_mean_nothing() {
        assertThat(given()).isNotEqualTo(given()).matches("ct_[0-9a-f]{64}");
        assertThat(first.tokens().byToken("ct_" + "0".repeat(64))).isEmpty();
        assertThat(first.tokens().byToken("")).isEmpty();
    }

    @Test
    void it_ends_after_its_life_in_requests_and_open_feeds() {
        var token = given();
        var asker = second.tokens().byToken(token).orElseThrow();
        town.clock.advance(TokenBook.LIFE.minusSeconds(1));
        assertThat(second.tokens().stillValid(asker)).isTrue();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(second.tokens().byToken(token)).isEmpty();
        assertThat(second.tokens().stillValid(asker)).isFalse();
    }

    static Stream<PersonEvent> what_ends_sessions() {
        return Stream.of(
                new GrantRevoked(ALICE, new GrantId("grant-1")),
                new AccountClosed(ALICE, ACCOUNT),
                new CredentialChanged(ALICE, ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource("what_ends_sessions")
    void it_ends_in_every_process_with_its_feeds(PersonEvent event) {
        var token = given();
        var here = first.tokens().byToken(token).orElseThrow();
        var there = second.tokens().byToken(token).orElseThrow();
        town.happens(first, event);
        town.happens(second, Town.granted("grant-later", Role.AUDITOR, null));
        assertThat(first.tokens().byToken(token)).isEmpty();
        assertThat(second.tokens().byToken(token)).isEmpty();
        assertThat(first.tokens().stillValid(here)).isFalse();
        assertThat(second.tokens().stillValid(there)).isFalse();
    }

    @Test
    void another_grant_neither_ends_it_nor_has_to_wait_for_a_new_one() {
        var token = given();
        var asker = first.tokens().byToken(token).orElseThrow();
        town.happens(first, Town.granted("grant-2", Role.SHIFT_LEADER, null));
        assertThat(first.tokens().stillValid(asker)).isTrue();
        assertThat(first.tokens().byToken(token).orElseThrow().holds(Role.SHIFT_LEADER))
                .isTrue();
    }

    @Test
    void a_grant_that_runs_out_ends_the_feeds_that_lived_by_it() {
        town.happens(
                first, new RoleGranted(ALICE, new GrantId("grant-2"), Role.AUDITOR, null, NOON, NOON.plusSeconds(60)));
        var asker = first.tokens().byToken(given()).orElseThrow();
        assertThat(asker.holds(Role.AUDITOR)).isTrue();
        town.clock.advance(Duration.ofSeconds(60));
        assertThat(first.tokens().stillValid(asker)).isFalse();
    }

    @Test
    void a_token_given_by_a_process_that_knows_more_waits_for_the_log() {
        town.happens(first, new CredentialChanged(ALICE, ACCOUNT));
        var token = first.tokens()
                .give(first.directory().account(ACCOUNT).orElseThrow())
                .token();
        assertThat(second.tokens().byToken(token)).isPresent();
    }

    @Test
    void a_logout_ends_one_token_and_no_other() {
        var kept = given();
        var ended = given();
        var asker = first.tokens().byToken(ended).orElseThrow();
        assertThat(first.tokens().end(asker.session())).isTrue();
        assertThat(first.tokens().end(asker.session())).isFalse();
        assertThat(first.tokens().byToken(ended)).isEmpty();
        assertThat(first.tokens().stillValid(asker)).isFalse();
        assertThat(first.tokens().byToken(kept)).isPresent();
    }

    private String given() {
        return first.tokens().give(account()).token();
    }

    private Account account() {
        return first.directory().account(ACCOUNT).orElseThrow();
    }
}
