package casetrail.edge.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short while which passwords were proven, so that HTTP Basic costs a slow hash once and not with every request. Holds
 * no password, only a keyed hash under a key that lives as long as the process; what was proven under an earlier epoch is void.
 */
final class ProvenPasswords {

    /** How long a proof is good for. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int KEPT_MAX = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Cache<String, Long> epochs;

    ProvenPasswords(byte[] key, Ticker ticker) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.epochs = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    boolean proven(Account account, String password) {
        var epoch = epochs.getIfPresent(keyed(account, password));
        return epoch != null && epoch >= account.epoch();
    }

    void remember(Account account, String password) {
        epochs.put(keyed(account, password), account.epoch());
    }

    private String keyed(Account account, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // No account name holds a zero byte, so no other pair gives the same bytes.
            mac.update(account.name().value().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine has no " + ALGORITHM, e);
        }
    }
}
