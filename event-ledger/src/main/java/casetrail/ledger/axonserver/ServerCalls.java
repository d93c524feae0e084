package casetrail.ledger.axonserver;

import casetrail.events.log.LogUnavailable;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the server within bounds and says of every failure that it is an outage: the one place that waits for it. */
final class ServerCalls {

    private final Supplier<AxonServerConnection> connection;
    private final Duration patience;

    ServerCalls(Supplier<AxonServerConnection> connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    EventChannel channel() {
        try {
            return connection.get().eventChannel();
        } catch (RuntimeException e) {
            throw unavailable(e);
        }
    }

    <T> T answer(CompletableFuture<T> asked) {
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** The server's answer to a sequence number that does not follow; the code stands first in its text. */
    static boolean isInvalidSequence(@Nullable Throwable failure) {
        var code = ErrorCategory.INVALID_EVENT_SEQUENCE;
        return switch (failure) {
            case AxonServerException named -> named.getErrorCategory() == code;
            case StatusRuntimeException raw -> {
                var text = raw.getStatus().getDescription();
                yield text != null && text.startsWith("[" + code.errorCode() + "]");
            }
            case null, default -> false;
        };
    }

    static LogUnavailable unavailable(Throwable e) {
        return new LogUnavailable("Axon Server does not answer: " + e.getMessage(), e);
    }
}
