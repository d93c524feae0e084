package casetrail.ledger;

import casetrail.events.log.EventLog;
import casetrail.events.log.LeafBytes;
import casetrail.events.log.StoredEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A reader that follows the log from its beginning and believes nothing. */
final class LogWalk {

    private static final Duration LOOK = Duration.ofSeconds(3);

    private final MessageDigest digest;
    private final Map<String, Long> nextSequences = new HashMap<>();
    private Instant last = Instant.MIN;
    private long next;
    private int finished;

    /**
     * What a reader has seen.
     *
     * @param digest over the leaf bytes of all events in order
     */
    record Seen(long events, String digest) {}

    private LogWalk() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows until as many {@linkplain Storm#FINISHED final} events came as there are processes that write. */
    static Seen untilFinished(EventLog log, int processes) throws InterruptedException {
        var walk = new LogWalk();
        while (walk.finished < processes) {
            if (log.awaitBeyond(walk.next, LOOK)) {
                log.read(walk.next, 1_000).forEach(walk::take);
            }
        }
        return new Seen(walk.next, HexFormat.of().formatHex(walk.digest.digest()));
    }

    private void take(StoredEvent event) {
        require(event.position() == next, event, "is not the next position");
        var stream = event.stream().value();
        require(event.sequence() == nextSequences.getOrDefault(stream, 0L), event, "is not the stream's next");
        require(!event.recordedAt().isBefore(last), event, "was recorded before its predecessor");
        nextSequences.put(stream, event.sequence() + 1);
        last = event.recordedAt();
        next++;
        finished += event.name().equals(Storm.FINISHED) ? 1 : 0;
        digest.update(LeafBytes.of(event));
    }

    private static void require(boolean holds, StoredEvent event, String otherwise) {
        if (!holds) {
            throw new AssertionError(
                    "%d (%s/%d) %s".formatted(event.position(), event.stream(), event.sequence(), otherwise));
        }
    }
}
