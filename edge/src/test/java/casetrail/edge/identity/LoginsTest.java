package casetrail.edge.identity;

import static casetrail.edge.identity.Town.ACCOUNT;
import static casetrail.edge.identity.Town.ALICE;
import static casetrail.edge.identity.Town.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.problem.RefusedException;
import casetrail.events.Role;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent.AccountClosed;
import casetrail.events.people.PersonEvent.CredentialChanged;
import casetrail.events.people.PersonEvent.GrantRevoked;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private static final String HERE = "192.0.2.1";

    private final Town town = new Town();
    private final Town.Node process = town.process();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void the_right_password_proves_who_asks_with_what_that_person_holds() {
        var asker = process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        assertThat(asker.person()).isEqualTo(ALICE);
        assertThat(asker.standings()).extracting(Standing::role).containsExactly(Role.ACCEPTOR);
        assertThat(town.record).containsExactly("in acceptor-1");
    }

    @Test
    void a_proven_password_is_not_hashed_again_for_a_while() {
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        assertThat(town.state.hashesAsked()).isEqualTo(1);
        town.clock.advance(ProvenPasswords.KEPT.plusSeconds(1));
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        assertThat(town.state.hashesAsked()).isEqualTo(2);
    }

    @Test
    void another_password_is_never_taken_for_the_proven_one() {
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), PASSWORD + "x");
    }

    @Test
    void a_changed_credential_ends_what_was_proven() {
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        town.state.set(ACCOUNT, town.passwords.hash("another long password"));
        town.happens(process, new CredentialChanged(ALICE, ACCOUNT));
        refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), PASSWORD);
        assertThat(process.logins()
                        .byPassword(ACCOUNT.value(), "another long password", HERE)
                        .person())
                .isEqualTo(ALICE);
    }

    @Test
    void a_closed_account_does_not_come_in() {
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        town.happens(process, new AccountClosed(ALICE, ACCOUNT));
        refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), PASSWORD);
    }

    @Test
    void a_revoked_grant_is_gone_from_the_next_request_on() {
        process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE);
        town.happens(process, new GrantRevoked(ALICE, new GrantId("grant-1")));
        assertThat(process.logins().byPassword(ACCOUNT.value(), PASSWORD, HERE).standings())
                .isEmpty();
    }

    @Test
    void a_failed_login_is_recorded_with_its_account_only_if_there_is_one() {
        refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), "wrong");
        refused(RefusalCode.NOT_AUTHENTICATED, "my-secret-typed-here", PASSWORD);
        refused(RefusalCode.NOT_AUTHENTICATED, "No Account's Name", PASSWORD);
        assertThat(town.record).containsExactly("failed acceptor-1", "failed null", "failed null");
    }

    @Test
    void guessing_is_slowed_down_per_account_and_address_and_ends_after_the_window() {
        for (int i = 0; i < Throttle.PAIR_MAX; i++) {
            refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), "wrong " + i);
        }
        refused(RefusalCode.TOO_MANY_REQUESTS, ACCOUNT.value(), PASSWORD);
        assertThat(process.logins()
                        .byPassword(ACCOUNT.value(), PASSWORD, "192.0.2.2")
                        .person())
                .isEqualTo(ALICE);
        town.clock.advance(Throttle.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(process.logins().login(ACCOUNT.value(), PASSWORD, HERE).name())
                .isEqualTo(ACCOUNT);
    }

    @Test
    void many_guesses_at_once_are_slowed_down_like_one_after_the_other() {
        long heard;
        try (var guessers = Executors.newFixedThreadPool(40)) {
            var guesses = IntStream.range(0, 40)
                    .mapToObj(i -> guessers.submit(() -> process.logins().login(ACCOUNT.value(), "wrong " + i, HERE)))
                    .toList();
            heard = guesses.stream()
                    .filter(g -> refusalOf(g) == RefusalCode.NOT_AUTHENTICATED)
                    .count();
        }
        assertThat(heard).isBetween((long) Throttle.PAIR_MAX, (long) Throttle.PAIR_MAX + Passwords.AT_ONCE_MAX - 1);
    }

    private static RefusalCode refusalOf(Future<?> guess) {
        try {
            guess.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull((RefusedException) e.getCause())
                    .refusal()
                    .code();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("a wrong password came in");
    }

    @Test
    void one_address_cannot_try_one_account_after_the_other() {
        for (int i = 0; i < Throttle.ADDRESS_MAX; i++) {
            process.throttle().failed("account-" + i, HERE);
        }
        refused(RefusalCode.TOO_MANY_REQUESTS, ACCOUNT.value(), PASSWORD);
    }

    @Test
    void the_system_has_no_account_to_log_in_with() {
        refused(RefusalCode.NOT_AUTHENTICATED, "system", PASSWORD);
        assertThat(Role.SYSTEM.canLogIn()).isFalse();
    }

    @Test
    void a_password_beyond_what_the_hash_looks_at_proves_nothing() {
        var longest = "x1y2z".repeat(14) + "ab";
        town.state.set(ACCOUNT, town.passwords.hash(longest));
        assertThat(process.logins().byPassword(ACCOUNT.value(), longest, HERE).person())
                .isEqualTo(ALICE);
        refused(RefusalCode.NOT_AUTHENTICATED, ACCOUNT.value(), longest + "tail");
    }

    private void refused(RefusalCode code, String account, String password) {
        assertThatThrownBy(() -> process.logins().byPassword(account, password, HERE))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo(code));
    }
}
