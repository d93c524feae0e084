package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int ROUNDS = FULL ? 20 : 3;
    private static final int CLIENTS = 8;

    @TempDir
    Path directory;

    private final List<Load.Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_half_done_whatever_is_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.printf("KillIT: %d rounds (casetrail.full=%s), seed %d%n", ROUNDS, FULL, seed);
        var random = new Random(seed);
        String collector;
        String auditor;
        try (var server = Serving.start(directory)) {
            var people = new People(server.as("admin", server.administrator().orElseThrow()));
            collector = people.hire("collector-1", "GRID_MEMBER");
            auditor = people.hire("auditor-1", "AUDITOR");
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = Serving.start(directory)) {
                check(server, server.as("auditor-1", auditor), server.as("collector-1", collector));
                round(round, server, server.as("collector-1", collector), 100 + random.nextInt(200));
            }
        }
        try (var server = Serving.start(directory)) {
            check(server, server.as("auditor-1", auditor), server.as("collector-1", collector));
        }
        System.out.printf(
                "KillIT: %d acknowledged, %d unanswered in %d rounds%n",
                acknowledged.size(), unanswered.size(), ROUNDS);
    }

    private void round(int round, Serving server, Client collector, int enough) throws Exception {
        try (var load = Load.start(collector, CLIENTS, "round-" + round)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> load.acknowledged().size() >= enough);
            long database = databaseProcess();
            switch (round % 3) {
                case 0 -> server.kill();
                case 1 -> {
                    kill(database);
                    // The server lives and brings its database back; clients are answered again.
                    int before = load.acknowledged().size();
                    await().atMost(Duration.ofMinutes(3))
                            .until(() -> load.acknowledged().size() >= before + CLIENTS * 2);
                    server.kill();
                }
                default -> {
                    server.kill();
                    kill(database);
                }
            }
            load.end();
            assertThat(load.surprises()).isEmpty();
            acknowledged.addAll(load.acknowledged());
            unanswered.addAll(load.unanswered());
        }
    }

    private void check(Serving server, Client auditor, Client collector) throws Exception {
        var log = WholeLog.read(auditor);
        for (var each : acknowledged) {
            var event = log.events().get(Math.toIntExact(each.position()));
            assertThat(event.path("stream").asString()).as("%s", each).isEqualTo(each.caseId());
            assertThat(event.path("sequence").asLong()).as("%s", each).isEqualTo(each.version());
        }
        // A command's events are all there or none: every case that was made by one command has as many as its like.
        acknowledged.stream()
                .filter(each -> each.onSite())
                .findFirst()
                .ifPresent(like -> log.streams().forEach((name, events) -> {
                    boolean onSite = events.size() > 1 && name.startsWith("case-");
                    if (onSite) {
                        assertThat(events).as(name).hasSize((int) like.version() + 1);
                    }
                }));
        retryUnanswered(collector);
        assertThat(server.process().said()).noneMatch(line -> line.contains("Exception"));
    }

    /** Whoever got no answer asks again with the same key, and the case is there once. */
    private void retryUnanswered(Client collector) throws IOException, InterruptedException {
        var cases = new HashSet<String>();
        acknowledged.forEach(each -> cases.add(each.caseId()));
        String evidence = Load.evidence(collector);
        for (String key : unanswered) {
            var answer = Load.register(collector, key, evidence);
            assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
            var told = answer.json();
            assertThat(cases.add(told.path("id").asString())).as(key).isTrue();
            acknowledged.add(new Load.Acknowledged(
                    key,
                    told.path("id").asString(),
                    told.path("version").asLong(),
                    told.path("position").asLong(),
                    Load.isOnSite(key)));
        }
        unanswered.clear();
    }

    private long databaseProcess() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("postgres/cluster/files/postmaster.pid"))
                .getFirst());
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
