package casetrail.benchmarks;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What an operator orders about one view, and how it stands. Between two of them the server would hang up, so each has its connection. */
final class ViewOrders {

    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final URI url;
    private final String token;
    private final String view;

    ViewOrders(ServerProcess server, String view) {
        this.url = server.url();
        this.token = server.token();
        this.view = view;
    }

    /** Orders a new version; its number. */
    int rebuild() throws IOException {
        return order("rebuild", "{}", 202).path("event").path("version").asInt();
    }

    void cutOver(int version) throws IOException {
        order("cut-over", "{\"version\":%d}".formatted(version), 200);
    }

    void rollBack(int version) throws IOException {
        order("roll-back", "{\"version\":%d,\"reason\":\"BENCHMARK\"}".formatted(version), 200);
    }

    void drop(int version) throws IOException {
        order("drop-version", "{\"version\":%d,\"reason\":\"BENCHMARK\"}".formatted(version), 200);
    }

    private JsonNode order(String command, String body, int expected) throws IOException {
        try (var connection = new HttpConnection(url)) {
            var answer = connection.post("/api/views/%s/%s".formatted(view, command), token, Map.of(), body);
            return told(command, answer, expected);
        }
    }

    JsonNode state() throws IOException {
        try (var connection = new HttpConnection(url)) {
            return told("the state", connection.get("/api/views/" + view, token), 200);
        }
    }

    private static JsonNode told(String what, HttpConnection.Answer answer, int expected) throws IOException {
        if (answer.status() != expected) {
            throw new IOException("%s was answered with %d: %s".formatted(what, answer.status(), answer.body()));
        }
        return EventJson.MAPPER.readTree(answer.body());
    }

    /** Waits until the view stands like that. */
    JsonNode until(Predicate<JsonNode> like) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var state = state();
            if (like.test(state)) {
                return state;
            }
            for (var version : state.path("versions")) {
                if (version.path("stoppedBy").isString()) {
                    throw new IOException("a version stopped: " + version);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the view does not come there within %s: %s".formatted(PATIENCE, state));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    /** The version of a number, or what stands in for it if there is none. */
    static JsonNode version(JsonNode state, int number) {
        for (var version : state.path("versions")) {
            if (version.path("number").asInt() == number) {
                return version;
            }
        }
        return state.path("versions").path(-1);
    }

    static boolean isWhole(JsonNode version) {
        return version.path("phase").asString("").equals("FOLLOWING");
    }
}
