package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Servers and databases killed while views are fed, built and cut over: every view holds every event once, and what is read is what was decided. */
class ViewKillIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int ROUNDS = FULL ? 8 : 1;
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void every_event_is_counted_in_once_whenever_it_is_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.printf("ViewKillIT: %d rounds (casetrail.full=%s), seed %d%n", ROUNDS, FULL, seed);
        var random = new Random(seed);
        String collector;
        try (var server = Serving.start(directory)) {
            collector = new People(server.as("admin", server.administrator().orElseThrow()))
                    .hire("collector-1", "GRID_MEMBER");
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = Serving.start(directory)) {
                check(server);
                round(round, server, server.as("collector-1", collector), random);
            }
        }
        try (var server = Serving.start(directory)) {
            check(server);
        }
    }

    /** Under load a rebuild and a cut-over are ordered again and again, until the kill comes. */
    private void round(int round, Serving server, Client collector, Random random) throws Exception {
        var operator = server.asOperator();
        try (var load = Load.start(collector, CLIENTS, "round-" + round)) {
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= 20);
            var views = views(operator).keySet();
            for (var view : views) {
                assertThat(operator.post("/api/views/%s/rebuild".formatted(view), "{}")
                                .status())
                        .isIn(202, 409);
            }
            if (round % 2 == 1 || !FULL) {
                for (var view : views) {
                    cutOver(operator, view);
                }
            }
            // The kill comes at any moment of the building.
            await().pollDelay(Duration.ofMillis(random.nextInt(600))).until(() -> true);
            if (round % 4 == 3) {
                long database = databaseProcess();
                server.kill();
                ProcessHandle.of(database).ifPresent(ProcessHandle::destroyForcibly);
            } else {
                server.kill();
            }
            load.end();
        }
    }

    /** Waits for the new version and orders to read it; the kill comes at any moment after. */
    private static void cutOver(Client operator, String view) throws Exception {
        await().atMost(PATIENCE).until(() -> reported(operator, view) > 0);
        int version = reported(operator, view);
        assertThat(operator.post(
                                "/api/views/%s/cut-over".formatted(view),
                                "{\"version\":%d,\"acceptDifferences\":true,\"reason\":\"UNSETTLED\"}"
                                        .formatted(version))
                        .status())
                .isIn(200, 409);
    }

    /** The newest version that is compared; 0 if none is. */
    private static int reported(Client operator, String view) throws Exception {
        int newest = 0;
        for (var version : view(operator, view).path("versions")) {
            if (version.path("report").isObject()) {
                newest = Math.max(newest, version.path("number").asInt());
            }
        }
        return newest;
    }

    /** What is read is what the log says was decided last; a version built from the log now holds the same; nothing is parked. */
    private static void check(Serving server) throws Exception {
        var operator = server.asOperator();
        await().atMost(PATIENCE).until(() -> isSettled(operator));
        var decided = decided(operator);
        for (var entry : views(operator).entrySet()) {
            var view = entry.getKey();
            if (decided.containsKey(view)) {
                assertThat(entry.getValue().path("active").asInt()).as(view).isEqualTo(decided.get(view));
            }
            // What was ordered before the kill and not begun is built first.
            var ordered = await().atMost(PATIENCE)
                    .until(
                            () -> operator.post("/api/views/%s/rebuild".formatted(view), "{}"),
                            answer -> answer.status() == 202);
            int version = ordered.json().path("event").path("version").asInt();
            await().atMost(PATIENCE).until(() -> reported(operator, view) >= version);
            for (var each : view(operator, view).path("versions")) {
                assertThat(each.path("parkedStreams").asLong()).isZero();
                if (each.path("number").asInt() >= version) {
                    assertThat(each.path("report").path("notSame").asLong())
                            .as("%s", each)
                            .isZero();
                    assertThat(each.path("report").path("compared").asLong())
                            .as("%s", each)
                            .isEqualTo(cases(operator));
                }
            }
            drop(operator, view);
        }
    }

    private static void drop(Client operator, String view) throws Exception {
        var state = view(operator, view);
        for (var version : state.path("versions")) {
            int number = version.path("number").asInt();
            if (number != state.path("active").asInt()) {
                assertThat(operator.post(
                                        "/api/views/%s/drop-version".formatted(view),
                                        "{\"version\":%d,\"reason\":\"CHECKED\"}".formatted(number))
                                .status())
                        .isEqualTo(200);
            }
        }
        await().atMost(PATIENCE)
                .until(() -> view(operator, view).path("versions").size() == 1);
    }

    /** Nothing is being built, and everything that is whole has counted in the whole log. */
    private static boolean isSettled(Client operator) throws Exception {
        for (var view : views(operator).values()) {
            if (view.path("active").isNull()) {
                return false;
            }
            for (var version : view.path("versions")) {
                assertThat(version.path("stoppedBy").isNull()).as("%s", version).isTrue();
                if (!version.path("phase").asString().equals("FOLLOWING")
                        || version.path("lag").asLong() > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<String, JsonNode> views(Client operator) throws IOException, InterruptedException {
        var views = new HashMap<String, JsonNode>();
        operator.get("/api/views")
                .json()
                .path("views")
                .forEach(v -> views.put(v.path("view").asString(), v));
        return views;
    }

    private static JsonNode view(Client operator, String name) throws IOException, InterruptedException {
        return operator.get("/api/views/" + name).json();
    }

    private static long cases(Client operator) throws IOException, InterruptedException {
        return operator.get("/api/operations/status").json().path("cases").asLong();
    }

    private static Map<String, Integer> decided(Client operator) throws IOException, InterruptedException {
        var decided = new HashMap<String, Integer>();
        operator.get("/api/log?name=view.cut-over")
                .body()
                .lines()
                .map(EventJson.MAPPER::readTree)
                .filter(line -> line.has("payload"))
                .forEach(line -> decided.put(
                        line.path("payload").path("view").asString(),
                        line.path("payload").path("to").asInt()));
        return decided;
    }

    private long databaseProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/cluster/files/postmaster.pid"))
                .getFirst());
    }
}
