package casetrail.standalone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients that register cases as fast as they are answered, and note each acknowledgement the moment they have it. A request that gets
 * no answer is noted too: nobody knows whether it was done.
 */
final class Load implements AutoCloseable {

    /** What a client knows that it was told. */
    record Acknowledged(String key, String caseId, long version, long position, boolean onSite) {}

    private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final List<Thread> clients = new ArrayList<>();

    /** What the simple procedure wants to see, stored, as a command names it. */
    static String evidence(Client collector) throws IOException, InterruptedException {
        var pieces = new ArrayList<String>();
        for (String stage : List.of("BEFORE", "AFTER")) {
            var stored = collector.post("/api/attachments", "What it looked like " + stage);
            if (stored.status() != 201) {
                throw new IOException("an attachment was not taken: " + stored);
            }
            pieces.add("{\"attachment\":\"%s\",\"stage\":\"%s\"}"
                    .formatted(stored.json().path("sha256").asString(), stage));
        }
        return pieces.toString();
    }

    /** Starts so many clients as one collector. */
    static Load start(Client collector, int clients, String name) throws IOException, InterruptedException {
        var load = new Load();
        String evidence = evidence(collector);
        for (int i = 0; i < clients; i++) {
            String prefix = name + "-" + i + "-";
            load.clients.add(Thread.ofPlatform().daemon().start(() -> load.run(collector, prefix, evidence)));
        }
        return load;
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Answers that no client should get, whatever is killed. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public void close() {
        end();
    }

    /** Returns when every client has had its last answer, or none. */
    void end() {
        ending.set(true);
        for (var client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static Client.Answer register(Client collector, String key, String evidence)
            throws IOException, InterruptedException {
        var report = """
                {"source":"COLLECTOR","kind":"EVENT","publicText":"Rubbish beside the path","description":"%s",
                 "classification":{"majorClass":"01","subclass":"0101"},
                 "location":{"point":{"latitude":31.23,"longitude":121.47}},"evidence":%s}""".formatted("Described by " + key, isOnSite(key) ? evidence : "[]");
        return isOnSite(key)
                ? collector.post(
                        "/api/cases/record-on-site-resolution",
                        "{\"report\":%s,\"result\":\"swept\"}".formatted(report),
                        Map.of("Idempotency-Key", key))
                : collector.post("/api/cases", report, Map.of("Idempotency-Key", key));
    }

    static boolean isOnSite(String key) {
        return key.endsWith("5");
    }

    private void run(Client collector, String prefix, String evidence) {
        for (long n = 0; !ending.get(); n++) {
            String key = prefix + n;
            try {
                var answer = register(collector, key, evidence);
                if (answer.status() == 201) {
                    var told = answer.json();
                    acknowledged.add(new Acknowledged(
                            key,
                            told.path("id").asString(),
                            told.path("version").asLong(),
                            told.path("position").asLong(),
                            isOnSite(key)));
                } else if (answer.status() == 503) {
                    unanswered.add(key);
                } else {
                    surprises.add(key + ": " + answer);
                }
            } catch (IOException e) {
                unanswered.add(key);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
