package casetrail.query.asking;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that took long to find, kept for a while: whoever asks the same gets the same, and those who ask while it is being found wait for
 * it instead of finding it once more. An answer is kept {@value #TIMES} times as long as it took, so finding one kind of answer takes at most
 * about a twentieth of one connection, however many ask. Safe for many threads.
 *
 * <p>A question has to name everything that its answer depends on, who may know of what included.
 */
public final class RecentAnswers<A> {

    /** What is found sooner is found anew each time. */
    static final Duration QUICK = Duration.ofMillis(10);

    /** No answer is older. */
    public static final Duration AGE_MAX = Duration.ofSeconds(30);

    /** What is asked least is forgotten when there are more. */
    static final int ANSWERS_MAX = 256;

    private static final int TIMES = 20;
    private static final long NO_POSITION = -1;

    private final Ticker ticker;
    private final AsyncCache<Object, Found<A>> recent;

    public RecentAnswers() {
        this(Ticker.systemTicker());
    }

    RecentAnswers(Ticker ticker) {
        this.ticker = ticker;
        this.recent = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .maximumSize(ANSWERS_MAX)
                .expireAfter(Expiry.<Object, Found<A>>creating((question, found) -> found.kept()))
                .buildAsync();
    }

    /** @param position which event is counted in for certain, as far as anybody had asked for one */
    private record Found<A>(A answer, long position, Duration took) {

        Duration kept() {
            if (took.compareTo(QUICK) < 0) {
                return Duration.ZERO;
            }
            var kept = took.multipliedBy(TIMES);
            return kept.compareTo(AGE_MAX) < 0 ? kept : AGE_MAX;
        }
    }

    /**
     * An answer that was found a while ago, or is found now. The same question is never searched for by two at once.
     *
     * @param question equal for all who shall get the same
     * @param atLeast the position that has to be counted in, and is by now; absent if any answer will do
     * @param find throws what the asker, and everybody who waits for the answer, is to be told
     */
    public A of(Object question, @Nullable Long atLeast, Supplier<A> find) {
        var mine = new CompletableFuture<Found<A>>();
        while (true) {
            var there = recent.asMap().putIfAbsent(question, mine);
            if (there == null) {
                return found(mine, atLeast, find);
            }
            var told = told(there);
            if (atLeast == null || atLeast <= told.position()) {
                return told.answer();
            }
            if (recent.asMap().replace(question, there, mine)) {
                return found(mine, atLeast, find);
            }
        }
    }

    private A found(CompletableFuture<Found<A>> mine, @Nullable Long atLeast, Supplier<A> find) {
        try {
            long begin = ticker.read();
            var answer = find.get();
            mine.complete(new Found<>(
                    answer, atLeast == null ? NO_POSITION : atLeast, Duration.ofNanos(ticker.read() - begin)));
            return answer;
        } catch (Throwable e) {
            // It is not kept, and nobody may wait for it for ever.
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private Found<A> told(CompletableFuture<Found<A>> there) {
        try {
            return there.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
