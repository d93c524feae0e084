package casetrail.views.mongodb;

import casetrail.views.store.Overtaken;
import casetrail.views.store.ViewsUnavailable;
import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import java.util.List;
import java.util.function.Supplier;

/** The one place where what the driver throws becomes an outage, a lost race or a defect. */
final class Faults {

    private static final int DUPLICATE_KEY = 11_000;

    /** Another transaction has written the same document meanwhile: the race is lost, and nothing of this one is kept. */
    private static final int WRITE_CONFLICT = 112;

    private static final List<String> PASSING =
            List.of("RetryableWriteError", "TransientTransactionError", "UnknownTransactionCommitResult");

    private Faults() {}

    /** The answer, or the house's exception for the driver's. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw translated(e);
        }
    }

    /** The same for what has no answer. */
    static void done(Runnable statement) {
        asked(() -> {
            statement.run();
            return true;
        });
    }

    static RuntimeException translated(MongoException e) {
        if (e instanceof MongoInterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (isLostRace(e)) {
            return new Overtaken("another process wrote the same documents (MongoDB's error %d)".formatted(code(e)));
        }
        return isOutage(e)
                ? new ViewsUnavailable("the MongoDB of the views does not answer", e)
                : new IllegalStateException("the MongoDB refused a statement about the views: " + code(e), e);
    }

    private static boolean isLostRace(MongoException e) {
        return code(e) == DUPLICATE_KEY || code(e) == WRITE_CONFLICT;
    }

    private static boolean isOutage(MongoException e) {
        return switch (e) {
            case MongoSocketException x -> true;
            case MongoTimeoutException x -> true;
            case MongoExecutionTimeoutException x -> true;
            case MongoInterruptedException x -> true;
            case MongoNotPrimaryException x -> true;
            case MongoNodeIsRecoveringException x -> true;
            case MongoServerUnavailableException x -> true;
            case MongoConnectionPoolClearedException x -> true;
            // The write stands on the primary, but nobody knows whether it will last.
            case MongoWriteConcernException x -> true;
            case MongoBulkWriteException x when x.getWriteErrors().isEmpty() -> true;
            // The driver names a connection that is cut while it logs on after the log-on, not after the cut.
            case MongoException x when x.getCause() instanceof MongoSocketException -> true;
            case MongoException x -> PASSING.stream().anyMatch(x::hasErrorLabel);
        };
    }

    private static int code(MongoException e) {
        return switch (e) {
            case MongoBulkWriteException x
            when x.getWriteErrors().stream().anyMatch(w -> w.getCode() == DUPLICATE_KEY) -> DUPLICATE_KEY;
            case MongoBulkWriteException x
            when !x.getWriteErrors().isEmpty() -> x.getWriteErrors().getFirst().getCode();
            case MongoWriteException x -> x.getError().getCode();
            case DuplicateKeyException x -> DUPLICATE_KEY;
            case MongoException x -> x.getCode();
        };
    }
}
