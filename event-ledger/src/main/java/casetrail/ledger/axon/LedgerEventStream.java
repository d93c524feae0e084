package casetrail.ledger.axon;

import casetrail.events.log.EventLog;
import casetrail.events.log.StoredEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way along the log. Used by one thread at a time. */
final class LedgerEventStream implements TrackingEventStream {

    /** Events held in advance. */
    private static final int AHEAD_MAX = 500;

    /** The longest single wait of {@link #nextAvailable()}; it only bounds how late an unseen end of the process is noticed. */
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final EventLog log;
    private final EventMessages messages;
    private final StreamCallbacks callbacks;
    private final ArrayDeque<StoredEvent> ahead = new ArrayDeque<>();
    private @Nullable TrackedEventMessage<?> peeked;
    private @Nullable Runnable callback;
    private long next;

    LedgerEventStream(EventLog log, EventMessages messages, StreamCallbacks callbacks, long next) {
        this.log = log;
        this.messages = messages;
        this.callbacks = callbacks;
        this.next = next;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(opened()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peeked != null || !ahead.isEmpty()) {
            return true;
        }
        fill();
        if (ahead.isEmpty() && timeout > 0 && log.awaitBeyond(next, Duration.of(timeout, unit.toChronoUnit()))) {
            fill();
        }
        return !ahead.isEmpty();
    }

    private void fill() {
        ahead.addAll(log.read(next, AHEAD_MAX));
        if (!ahead.isEmpty()) {
            next = ahead.getLast().position() + 1;
        }
    }

    /** Opened when asked for and not before: what cannot be read must stop the reader there, not earlier. */
    private TrackedEventMessage<?> opened() {
        if (peeked == null) {
            peeked = messages.trackedEvent(ahead.getFirst());
            ahead.removeFirst();
        }
        return peeked;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable((int) WAIT.toSeconds(), TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        var event = opened();
        peeked = null;
        return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        if (callback != null) {
            callbacks.remove(callback);
        }
        callback = onAvailable;
        callbacks.add(onAvailable);
        return true;
    }

    @Override
    public void close() {
        if (callback != null) {
            callbacks.remove(callback);
            callback = null;
        }
    }
}
