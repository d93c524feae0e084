package casetrail.views.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives the stand-in what it lacks of a replica set: transactions, and statements that are repeated under the same number and count
 * once. One transaction at a time; whoever comes meanwhile waits until it ends, so that all histories are serial. A transaction that nobody goes on with is taken
 * back after its lifetime, as MongoDB does after a minute: a cut connection alone ends nothing.
 */
final class StandInTransactions {

    private static final int NO_SUCH_TRANSACTION = 251;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private final Semaphore turn = new Semaphore(1, true);
    private final Map<String, Document> answered = new HashMap<>();
    private final Set<String> committed = new HashSet<>();
    private final Duration lifetime;
    private @Nullable Open open;

    StandInTransactions(Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Obeys one command, knowing nothing of sessions. */
    interface Engine {
        Document obey(Document command);
    }

    /** The one that has the turn, with what each collection held before it wrote there. */
    private static final class Open {
        final String number;
        final Map<String, List<Document>> before = new LinkedHashMap<>();
        long touchedAt = System.nanoTime();

        Open(String number) {
            this.number = number;
        }
    }

    /** Obeys a command with what its session and number say. */
    Document obey(Document command, Engine engine) {
        var session = command.get("lsid") instanceof Document lsid ? String.valueOf(lsid.get("id")) : "";
        var number = session + "/" + command.get("txnNumber");
        if (Boolean.FALSE.equals(command.get("autocommit"))) {
            return withinTransaction(command, number, engine);
        }
        awaitTurn(engine);
        try {
            return command.containsKey("txnNumber")
                    ? answered.computeIfAbsent(number, n -> engine.obey(command))
                    : engine.obey(command);
        } finally {
            turn.release();
        }
    }

    private Document withinTransaction(Document command, String number, Engine engine) {
        if (Boolean.TRUE.equals(command.get("startTransaction"))) {
            awaitTurn(engine);
            begin(number);
        }
        return goOn(command, number, engine);
    }

    private synchronized void begin(String number) {
        open = new Open(number);
    }

    private synchronized Document goOn(Document command, String number, Engine engine) {
        var name = command.keySet().iterator().next();
        if (name.equals("commitTransaction") && committed.contains(number)) {
            return new Document("ok", 1.0);
        }
        var current = open;
        if (current == null || !current.number.equals(number)) {
            return refusal(NO_SUCH_TRANSACTION, "NoSuchTransaction", "TransientTransactionError");
        }
        current.touchedAt = System.nanoTime();
        return switch (name) {
            case "commitTransaction" -> {
                committed.add(number);
                end();
                yield new Document("ok", 1.0);
            }
            case "abortTransaction" -> {
                undo(current, engine);
                yield new Document("ok", 1.0);
            }
            default -> {
                if (WRITES.contains(name)) {
                    current.before.computeIfAbsent(
                            command.get("$db") + "/" + command.get(name),
                            c -> contents(command, String.valueOf(command.get(name)), engine));
                }
                var answer = engine.obey(command);
                current.touchedAt = System.nanoTime();
                if (answer.containsKey("writeErrors")) {
                    undo(current, engine);
                }
                yield answer;
            }
        };
    }

    /** Waits for the turn; takes it from a transaction that nobody goes on with. */
    private void awaitTurn(Engine engine) {
        try {
            while (!turn.tryAcquire(lifetime.toNanos(), TimeUnit.NANOSECONDS)) {
                expire(engine);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void expire(Engine engine) {
        var current = open;
        if (current != null && System.nanoTime() - current.touchedAt > lifetime.toNanos()) {
            undo(current, engine);
        }
    }

    private void end() {
        open = null;
        turn.release();
    }

    private void undo(Open transaction, Engine engine) {
        transaction.before.forEach((key, documents) -> {
            var database = key.substring(0, key.indexOf('/'));
            var collection = key.substring(key.indexOf('/') + 1);
            engine.obey(new Document("delete", collection)
                    .append("deletes", List.of(new Document("q", new Document()).append("limit", 0)))
                    .append("$db", database));
            if (!documents.isEmpty()) {
                engine.obey(new Document("insert", collection)
                        .append("documents", documents)
                        .append("$db", database));
            }
        });
        end();
    }

    private static List<Document> contents(Document command, String collection, Engine engine) {
        var found = engine.obey(new Document("find", collection)
                .append("filter", new Document())
                .append("$db", command.get("$db")));
        var contents = new ArrayList<Document>();
        if (found.get("cursor") instanceof Document cursor && cursor.get("firstBatch") instanceof List<?> batch) {
            batch.forEach(d -> contents.add(((Document) d).cloneDeeply()));
        }
        return contents;
    }

    static Document refusal(int code, String codeName, String label) {
        return new Document("ok", 0.0)
                .append("errmsg", codeName)
                .append("code", code)
                .append("codeName", codeName)
                .append("errorLabels", List.of(label));
    }
}
