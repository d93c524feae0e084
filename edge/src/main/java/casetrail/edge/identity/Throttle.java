package casetrail.edge.identity;

import casetrail.edge.problem.RefusedException;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows down guessing: failed logins are counted per account at an address, per account, and per address, each for a while after the
 * first of them. Every process counts for itself; the counts are bounded and are lost on a restart.
 */
public final class Throttle {

    /** How long failures are remembered. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    /** Failures of one account at one address. */
    public static final int PAIR_MAX = 5;

    /** Failures at one address, for whatever accounts. */
    public static final int ADDRESS_MAX = 50;

    /** Failures of one account, from wherever; high, because whoever reaches it locks the owner out. */
    public static final int ACCOUNT_MAX = 100;

    private static final int REMEMBERED_MAX = 20_000;

    private final Cache<String, AtomicInteger> failures;

    public Throttle(Ticker ticker) {
        this.failures = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(WINDOW)
                .ticker(ticker)
                .build();
    }

    /**
     * Lets an attempt through or not.
     *
     * @throws RefusedException if too many failed before it
     */
    void admit(String account, String address) {
        if (count(pair(account, address)) >= PAIR_MAX
                || count("address " + address) >= ADDRESS_MAX
                || count("account " + account) >= ACCOUNT_MAX) {
            throw new RefusedException(
                    Refusal.of(RefusalCode.TOO_MANY_REQUESTS).with("retryAfterSeconds", WINDOW.toSeconds()));
        }
    }

    void failed(String account, String address) {
        more(pair(account, address));
        more("address " + address);
        more("account " + account);
    }

    /** A proven owner at this address starts anew; what others tried elsewhere stays counted. */
    void succeeded(String account, String address) {
        failures.invalidate(pair(account, address));
    }

    private static String pair(String account, String address) {
        return "pair " + account + " " + address;
    }

    private int count(String key) {
        var count = failures.getIfPresent(key);
        return count == null ? 0 : count.get();
    }

    private void more(String key) {
        failures.get(key, k -> new AtomicInteger()).incrementAndGet();
    }
}
