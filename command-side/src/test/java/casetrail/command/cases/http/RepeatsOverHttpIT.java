package casetrail.command.cases.http;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.http.CommandServer.Answer;
import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A repeat gets the first answer, two editors never both win, and many commands at once each get their own answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatsOverHttpIT {

    private static final int RETRIES = 1_000;
    private static final int CLIENTS = 64;
    private static final int DUELS = Boolean.getBoolean("casetrail.full") ? 500 : 40;
    private static final String REPORT = """
            {"source": "PUBLIC", "kind": "EVENT", "description": "noise", "contact": "555-0100",
             "location": {"point": {"latitude": 31.23, "longitude": 121.47}}}""";

    private CommandServer server;
    private int keys;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new CommandServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_thousand_retries_with_one_key_make_one_case() throws Exception {
        System.out.printf("retries: %,d by %d clients%n", RETRIES, CLIENTS);
        long end = server.log().end();
        var answers = atOnce(IntStream.range(0, RETRIES)
                .<Callable<Answer>>mapToObj(
                        i -> () -> server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "one-and-the-same"))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(new HashSet<>(answers.stream().map(Answer::text).toList())).hasSize(1);
        var id = answers.getFirst().id();
        assertThat(server.log().stream(new StreamId(id), 0, 10)).hasSize(1);
        assertThat(server.log().read(end, 10_000).stream()
                        .filter(e -> e.name().equals("case.report-registered"))
                        .toList())
                .hasSize(1);
    }

    @Test
    void two_editors_of_one_version_never_both_win() throws Exception {
        System.out.printf("duels: %d%n", DUELS);
        var id = register("duel").id();
        for (int round = 0; round < DUELS; round++) {
            var version = Integer.toString(round);
            var barrier = new CyclicBarrier(2);
            List<Callable<Answer>> both = List.of("acceptor-1", "shift-1").stream()
                    .<Callable<Answer>>map(account -> () -> {
                        barrier.await();
                        return correct(account, id, version, account + version, "");
                    })
                    .toList();

            assertThat(atOnce(both)).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        }
        assertThat(server.log().stream(new StreamId(id), 0, 10_000)).hasSize(DUELS + 1);
    }

    @Test
    void a_repeat_is_answered_as_the_first_time_though_the_case_moved_on() {
        var id = register("repeat").id();
        var first = correct("acceptor-1", id, "0", "first", "key-1");
        correct("shift-1", id, "1", "second", "key-2");
        var repeat = correct("acceptor-1", id, "0", "first", "key-1");

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.text()).isEqualTo(first.text());
        assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(repeat.header("Casetrail-Repeated")).isEqualTo("true");
        assertThat(server.log().stream(new StreamId(id), 0, 10)).hasSize(3);
    }

    @Test
    void the_same_key_with_another_body_is_refused_whatever_was_sealed() {
        var id = register("other").id();
        var first = correct("acceptor-1", id, "0", "first", "key-1");
        var other = correct("acceptor-1", id, "0", "another", "key-1");
        var again = server.post("member-1", "/api/cases", REPORT.replace("noise", "smell"), "Idempotency-Key", "other");

        assertThat(first.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("KEY_REUSED");
        assertThat(again.code()).isEqualTo("KEY_REUSED");
        var spaced = server.post("member-1", "/api/cases", REPORT.replace("\n", " \n\n"), "Idempotency-Key", "other");
        assertThat(spaced.id()).isEqualTo(id);
    }

    @Test
    void the_same_key_of_another_person_is_another_key() {
        var mine = register("shared key");
        var theirs = server.post("member-2", "/api/cases", REPORT, "Idempotency-Key", "shared-key");

        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @Test
    void a_dry_run_says_what_would_be_and_does_nothing() {
        var id = register("dry").id();
        long end = server.log().end();
        var created = server.post("member-1", "/api/cases?dryRun=true", REPORT);
        var corrected = server.post(
                "acceptor-1", "/api/cases/" + id + "/correct-data?dryRun=true", body("dry"), "If-Match", "\"0\"");
        var refused = server.post(
                "dispatcher-1", "/api/cases/" + id + "/correct-data?dryRun=true", body("dry"), "If-Match", "\"0\"");

        assertThat(created.status()).as(created.text()).isEqualTo(200);
        assertThat(created.json().get("dryRun").booleanValue()).isTrue();
        assertThat(created.json().has("number")).isFalse();
        assertThat(corrected.version()).isEqualTo(1);
        assertThat(corrected.json().has("position")).isFalse();
        assertThat(refused.code()).isEqualTo("FORBIDDEN_ROLE");
        assertThat(server.log().read(end, 100))
                .extracting(StoredEvent::name)
                .allMatch(name -> name.equals("access.logged-in")); // somebody's first request
    }

    @Test
    void many_commands_each_get_their_own_answer_in_order() {
        var one = register("bulk-1").id();
        var two = register("bulk-2").id();
        var items = List.of(
                item(one, 0, "first"),
                item(one, 1, "second"),
                item(two, 7, "stale"),
                "{\"command\": \"register-report\", \"key\": \"bulk-3\", \"body\": %s}".formatted(REPORT),
                "{\"command\": \"nonsense\", \"caseId\": \"%s\"}".formatted(two),
                "{\"command\": \"correct-data\", \"caseId\": \"%s\", \"version\": 0, \"body\": {\"a\": 1}}"
                        .formatted(two),
                item(two, 0, "last"));
        var path = "/api/cases/bulk";
        var body = "{\"items\": [%s]}".formatted(String.join(",", items));
        var dry = server.post("acceptor-1", path + "?dryRun=true", body);
        var done = server.post("acceptor-1", path, body);
        var again = server.post("acceptor-1", path, body);

        assertThat(statuses(dry)).containsExactly(200, 412, 412, 200, 400, 400, 200);
        assertThat(statuses(done)).containsExactly(200, 200, 412, 201, 400, 400, 200);
        assertThat(statuses(again)).containsExactly(412, 412, 412, 201, 400, 400, 412);
        var results = done.json().get("results");
        assertThat(results.get(1).get("answer").get("version").intValue()).isEqualTo(2);
        assertThat(results.get(5).get("problem").get("errors").toString()).contains("/items/5/body/a");
        assertThat(results.get(2).get("problem").get("code").stringValue()).isEqualTo("STALE_VERSION");
    }

    @Test
    void too_many_commands_at_once_are_refused_as_a_whole() {
        var items = String.join(",", Collections.nCopies(101, "{}"));
        assertThat(server.post("acceptor-1", "/api/cases/bulk", "{\"items\": [%s]}".formatted(items))
                        .text())
                .contains("too-many");
        assertThat(server.post("acceptor-1", "/api/cases/bulk", "{}").text()).contains("/items");
    }

    private static String item(String id, int version, String text) {
        return "{\"command\": \"correct-data\", \"caseId\": \"%s\", \"version\": %d, \"body\": %s}"
                .formatted(id, version, body(text));
    }

    private static List<Integer> statuses(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var statuses = new ArrayList<Integer>();
        answer.json().get("results").forEach(r -> statuses.add(r.get("status").intValue()));
        return statuses;
    }

    private Answer register(String key) {
        var answer = server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", key.replace(' ', '-'));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static String body(String text) {
        return "{\"publicText\": \"%s\", \"reason\": {\"code\": \"WRONG\", \"text\": \"why\"}}".formatted(text);
    }

    private Answer correct(String account, String id, String version, String text, String key) {
        return server.post(
                account,
                "/api/cases/" + id + "/correct-data",
                body(text),
                "If-Match",
                "\"" + version + "\"",
                "Idempotency-Key",
                key.isEmpty() ? "k" + text + keys++ : key);
    }

    private static List<Answer> atOnce(List<Callable<Answer>> asks) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(Math.min(CLIENTS, asks.size()))) {
            var answers = new ArrayList<Answer>();
            for (var answer : pool.invokeAll(asks)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
