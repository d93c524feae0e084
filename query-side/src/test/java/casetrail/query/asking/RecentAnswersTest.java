package casetrail.query.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger found = new AtomicInteger();
    private final RecentAnswers<Integer> answers = new RecentAnswers<>(nanos::get);

    @Test
    void an_answer_that_took_long_is_given_again_twenty_times_as_long() {
        assertThat(answers.of("how many", null, taking(Duration.ofMillis(400)))).isEqualTo(1);
        pass(Duration.ofMillis(7_999));
        assertThat(answers.of("how many", null, taking(Duration.ofMillis(400)))).isEqualTo(1);
        pass(Duration.ofMillis(1));
        assertThat(answers.of("how many", null, taking(Duration.ofMillis(400)))).isEqualTo(2);
    }

    @Test
    void no_answer_is_older_than_the_greatest_age() {
        answers.of("how many", null, taking(Duration.ofSeconds(14)));
        pass(RecentAnswers.AGE_MAX.minusNanos(1));
        assertThat(answers.of("how many", null, taking(Duration.ZERO))).isEqualTo(1);
        pass(Duration.ofNanos(1));
        assertThat(answers.of("how many", null, taking(Duration.ZERO))).isEqualTo(2);
    }

    @Test
    void a_quick_answer_is_found_anew_each_time() {
        answers.of("how many", null, taking(RecentAnswers.QUICK.minusNanos(1)));
        assertThat(answers.of("how many", null, taking(RecentAnswers.QUICK.minusNanos(1))))
                .isEqualTo(2);
    }

    @Test
    void another_question_has_another_answer() {
        answers.of("how many", null, taking(Duration.ofSeconds(1)));
        assertThat(answers.of("how many of us", null, taking(Duration.ofSeconds(1))))
                .isEqualTo(2);
    }

    @Test
    void who_needs_a_position_gets_an_answer_that_holds_it_and_so_do_all_after() {
        answers.of("how many", null, taking(Duration.ofSeconds(1)));
        assertThat(answers.of("how many", 0L, taking(Duration.ofSeconds(1)))).isEqualTo(2);
        assertThat(answers.of("how many", 7L, taking(Duration.ofSeconds(1)))).isEqualTo(3);
        assertThat(answers.of("how many", 7L, taking(Duration.ofSeconds(1)))).isEqualTo(3);
        assertThat(answers.of("how many", 6L, taking(Duration.ofSeconds(1)))).isEqualTo(3);
        assertThat(answers.of("how many", null, taking(Duration.ofSeconds(1)))).isEqualTo(3);
        assertThat(answers.of("how many", 8L, taking(Duration.ofSeconds(1)))).isEqualTo(4);
    }

    @Test
    void a_failure_is_told_and_not_kept() {
        Supplier<Integer> failing = () -> {
            pass(Duration.ofSeconds(1));
            throw new IllegalStateException("the store is away");
        };
        assertThatThrownBy(() -> answers.of("how many", null, failing)).hasMessage("the store is away");
        assertThat(answers.of("how many", null, taking(Duration.ofSeconds(1)))).isEqualTo(1);
    }

    @Test
    void who_asks_while_it_is_being_found_waits_for_it_and_shares_its_failure() throws Exception {
        var finding = new CountDownLatch(1);
        var go = new CompletableFuture<Integer>();
        Supplier<Integer> slow = () -> {
            finding.countDown();
            return go.orTimeout(60, TimeUnit.SECONDS).join();
        };
        var first = CompletableFuture.supplyAsync(() -> answers.of("how many", null, slow));
        assertThat(finding.await(60, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> answers.of("how many", null, taking(Duration.ofSeconds(1))));
        go.completeExceptionally(new IllegalStateException("the store is away"));

        assertThatThrownBy(() -> first.get(60, TimeUnit.SECONDS)).hasRootCauseMessage("the store is away");
        var told = second.handle((answer, failure) -> failure == null ? answer : -1);
        // It came while the first was finding, or after that had failed; it never waits for ever.
        assertThat(told.get(60, TimeUnit.SECONDS)).isIn(-1, 1);
    }

    @Test
    void many_questions_are_kept_only_up_to_the_bound() {
        askMany();
        int before = found.get();
        askMany();
        assertThat(found.get() - before).isGreaterThanOrEqualTo(3 * RecentAnswers.ANSWERS_MAX);
    }

    /** All at the same moment, so that none is forgotten for its age. */
    private void askMany() {
        for (int i = 0; i < 4 * RecentAnswers.ANSWERS_MAX; i++) {
            answers.of(i, null, taking(Duration.ofSeconds(1)));
            nanos.set(0);
        }
    }

    private Supplier<Integer> taking(Duration time) {
        return () -> {
            pass(time);
            return found.incrementAndGet();
        };
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
