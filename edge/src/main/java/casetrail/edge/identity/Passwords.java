package casetrail.edge.identity;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.people.AccountName;
import casetrail.events.refusals.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How passwords become hashes and are proven by them: slowly on purpose, and only a few at once. Safe for many threads. */
public final class Passwords {

    /** The fewest characters. */
    public static final int LENGTH_MIN = 12;

    /** The most bytes in UTF-8; bcrypt looks at no more. */
    public static final int BYTES_MAX = 72;

    /** How many proofs run at once: each takes a processor for some 60 milliseconds, and cases have to be served too. */
    static final int AT_ONCE_MAX = 4;

    private static final int STRENGTH = 10;
    private static final long PATIENCE_SECONDS = 5;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);

    /** Proven against where there is no account, so that the time taken does not tell whether there is one. */
    private final String nobody = hashOf("nobody has this password");

    /** Notes a fault if the password may not be set. */
    public void check(Violations violations, String pointer, @Nullable String password, AccountName account) {
        if (password == null) {
            violations.add(pointer, FaultRule.MISSING);
            return;
        }
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
            violations.add(pointer, FaultRule.TOO_SHORT, Map.of("length", password.length(), "min", LENGTH_MIN));
        } else if (bytes > BYTES_MAX) {
            violations.add(pointer, FaultRule.TOO_LONG, Map.of("length", bytes, "max", BYTES_MAX));
        } else if (password.contains(account.value())
                || password.chars().distinct().count() < 4) {
            violations.add(pointer, FaultRule.CONFLICTS, Map.of("other", "account"));
        }
    }

    /** The encoded hash, with its salt. */
    public String hash(String password) {
        return inTurn(() -> hashOf(password));
    }

    private String hashOf(String password) {
        var hash = bcrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("no hash was made");
        }
        return hash;
    }

    /** Whether the password is the one that the hash was made of; takes as long if there is no hash. To be asked {@link #inTurn}. */
    boolean proves(String password, Optional<String> hash) {
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return false;
        }
        boolean matches = bcrypt.matches(password, hash.orElse(nobody));
        return matches && hash.isPresent();
    }

    /** Does slow work when there is a place for it. */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RefusedException(RefusalCode.TOO_MANY_REQUESTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(RefusalCode.UNAVAILABLE);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
