package casetrail.ledger.axon;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of UUID version 7: time first, so that new ids land beside each other in the log's index. Within a process they only grow.
 * Found by Axon through {@code META-INF/services}.
 */
public final class EventIds extends IdentifierFactory {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;
    private static final long RANDOM_MASK = (1L << 62) - 1;

    private final SecureRandom random = new SecureRandom();

    /** Milliseconds since 1970 and below them a counter for ids of the same millisecond, which may run ahead of the clock. */
    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return next().toString();
    }

    UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long high = (tick >>> COUNTER_BITS) << 16 | VERSION | (tick & ((1L << COUNTER_BITS) - 1));
        return new UUID(high, VARIANT | (random.nextLong() & RANDOM_MASK));
    }
}
