package casetrail.edge.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.state.Tokens.Token;
import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every engine that keeps the state promises; a store that does nothing fails each of these. */
abstract class StateContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final AccountName ALICE = new AccountName("acceptor-1");
    private static final AccountName BOB = new AccountName("dispatcher-1");

    abstract Credentials credentials();

    abstract Tokens tokens();

    abstract Checkpoints checkpoints();

    @Test
    void a_hash_is_kept_and_replaced_and_removed() {
        credentials().set(ALICE, "first");
        credentials().set(BOB, "other");
        assertThat(credentials().hash(ALICE)).contains("first");
        credentials().set(ALICE, "second");
        assertThat(credentials().hash(ALICE)).contains("second");
        credentials().remove(ALICE);
        assertThat(credentials().hash(ALICE)).isEmpty();
        assertThat(credentials().hash(BOB)).contains("other");
    }

    @Test
    void a_hash_beyond_its_bound_is_not_kept() {
        credentials().set(ALICE, "x".repeat(Credentials.HASH_MAX));
        assertThatThrownBy(() -> credentials().set(ALICE, "y".repeat(Credentials.HASH_MAX + 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(credentials().hash(ALICE)).contains("x".repeat(Credentials.HASH_MAX));
    }

    @Test
    void a_token_comes_back_as_it_was_given_and_ends_once() {
        var token = token(1, ALICE, NOON);
        tokens().keep(token);
        assertThat(tokens().find(token.secret())).contains(token);
        assertThat(tokens().end(token.secret())).isTrue();
        assertThat(tokens().end(token.secret())).isFalse();
        assertThat(tokens().find(token.secret())).isEmpty();
    }

    @Test
    void a_secret_is_never_kept_twice() {
        tokens().keep(token(1, ALICE, NOON));
        assertThatThrownBy(() -> tokens().keep(token(1, BOB, NOON))).isInstanceOf(IllegalStateException.class);
        assertThat(tokens().find(token(1, ALICE, NOON).secret()).map(Token::account))
                .contains(ALICE);
    }

    @Test
    void the_tokens_of_one_account_end_together() {
        tokens().keep(token(1, ALICE, NOON));
        tokens().keep(token(2, ALICE, NOON));
        tokens().keep(token(3, BOB, NOON));
        assertThat(tokens().endAll(ALICE)).isEqualTo(2);
        assertThat(tokens().find(token(2, ALICE, NOON).secret())).isEmpty();
        assertThat(tokens().find(token(3, BOB, NOON).secret())).isPresent();
    }

    @Test
    void expired_tokens_are_forgotten_and_no_others() {
        tokens().keep(token(1, ALICE, NOON));
        tokens().keep(token(2, ALICE, NOON.plusNanos(1_000)));
        assertThat(tokens().forgetExpired(NOON.plusNanos(1_000))).isEqualTo(1);
        assertThat(tokens().find(token(2, ALICE, NOON).secret())).isPresent();
    }

    @Test
    void a_checkpoint_only_moves_forward_until_it_is_forgotten() {
        assertThat(checkpoints().next("reader")).isEmpty();
        checkpoints().advance("reader", 7);
        checkpoints().advance("reader", 5);
        checkpoints().advance("other", 1);
        assertThat(checkpoints().next("reader")).hasValue(7);
        checkpoints().forget("reader");
        assertThat(checkpoints().next("reader")).isEmpty();
        assertThat(checkpoints().next("other")).hasValue(1);
    }

    @Test
    void of_checkpoints_told_at_once_the_highest_stays() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> tellings = LongStream.rangeClosed(1, 100)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        checkpoints().advance("reader", n);
                        return null;
                    })
                    .toList();
            for (var told : threads.invokeAll(tellings)) {
                told.get();
            }
        }
        assertThat(checkpoints().next("reader")).hasValue(100);
    }

    private static Token token(int n, AccountName account, Instant expiresAt) {
        return new Token(
                new Sha256("%064x".formatted(n)),
                "token-" + n,
                account,
                n * 10_000_000_000L,
                NOON.minusSeconds(60),
                expiresAt);
    }
}
