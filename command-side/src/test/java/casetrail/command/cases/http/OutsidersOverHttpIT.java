package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.http.CommandServer.Answer;
import casetrail.events.Role;
import casetrail.events.StreamId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody learns of a case that is none of that person's business: nothing, by whatever way it is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsidersOverHttpIT {

    private static final String ABSENT = "case-00000000000000000000000000";
    private static final String SECRET = "the neighbour drinks";
    private static final String REPORT = """
            {"source": "PUBLIC", "kind": "EVENT", "description": "%s", "contact": "555-0199",
             "location": {"point": {"latitude": 31.23, "longitude": 121.47}}}""".formatted(SECRET);
    private static final String RESTRICT =
            "{\"ground\": \"MINOR\", \"reason\": {\"code\": \"CHILD\", \"text\": \"why\"}}";
    private static final String CORRECT =
            "{\"publicText\": \"%s\", \"reason\": {\"code\": \"WRONG\", \"text\": \"%s\"}}";

    private CommandServer server;
    private String hidden;
    private int keys;

    @BeforeAll
    void a_restricted_case(@TempDir Path folder) {
        server = new CommandServer(folder);
        hidden = register();
        assertThat(server.post("shift-1", path(hidden, "restrict-visibility"), RESTRICT, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead-9", "handler-1", "member-2", "admin-1"})
    void a_restricted_case_looks_like_none_by_whatever_way_it_is_asked(String outsider) {
        var body = CORRECT.formatted("seen?", "words of an outsider");
        var reporter = server.person("member-1");
        for (var headers : List.of(
                new String[] {"If-Match", "\"1\""},
                new String[] {"If-Match", "\"0\""},
                new String[] {"If-Match", "\"99\""},
                new String[] {"If-Match", "*"},
                new String[] {},
                new String[] {"If-Match", "\"1\"", "Idempotency-Key", "outsider-1"},
                new String[] {"If-Match", "\"1\"", "Casetrail-On-Behalf-Of", reporter})) {
            same(outsider, "POST", "correct-data", body, headers);
            same(outsider, "POST", "correct-data?dryRun=true", body, headers);
            same(outsider, "POST", "accept-assignment", "{}", headers);
        }
        same(outsider, "GET", "allowed-commands", "");
        same(outsider, "GET", "allowed-commands", "", "Casetrail-On-Behalf-Of", reporter);
        same(outsider, "GET", "allowed-commands", "", "If-None-Match", "\"1\"");
        same(outsider, "GET", "allowed-commands", "", "If-None-Match", "*");
        assertThat(server.log().stream(new StreamId(hidden), 0, 10)).hasSize(2);
    }

    @Test
    void in_a_batch_it_looks_like_none_too() {
        var items = "{\"items\": [{\"command\": \"correct-data\", \"caseId\": \"%s\", \"version\": 1, \"body\": "
                + CORRECT.formatted("seen?", "words").replace("%", "%%") + "}]}";
        var there = server.post("lead-9", "/api/cases/bulk", items.formatted(hidden));
        var none = server.post("lead-9", "/api/cases/bulk", items.formatted(ABSENT));

        assertThat(there.status()).isEqualTo(200);
        assertThat(there.text().replace(hidden, ABSENT)).isEqualTo(none.text());
    }

    @Test
    void whose_work_is_on_any_case_and_who_reported_it_know_of_it() {
        for (var insider : List.of("acceptor-1", "dispatcher-1", "supervisor-1", "street-1", "records-1", "member-1")) {
            var answer = server.get(insider, path(hidden, "allowed-commands"));
            assertThat(answer.status()).as(insider).isEqualTo(200);
            assertThat(answer.text()).doesNotContain(SECRET);
        }
    }

    @Test
    void with_the_grant_goes_the_case_and_its_repeats() {
        server.hire("shift-9", Role.SHIFT_LEADER, null);
        var id = register();
        String[] headers = {"If-Match", "\"0\"", "Idempotency-Key", "before"};
        assertThat(server.post("shift-9", path(id, "restrict-visibility"), RESTRICT, headers)
                        .status())
                .isEqualTo(200);
        assertThat(server.get("shift-9", path(id, "allowed-commands")).status()).isEqualTo(200);

        server.revokeGrantOf("shift-9");

        assertThat(server.get("shift-9", path(id, "allowed-commands")).code()).isEqualTo("NOT_FOUND");
        var repeat = server.post("shift-9", path(id, "restrict-visibility"), RESTRICT, headers);
        assertThat(repeat.code()).isEqualTo("FORBIDDEN_ROLE");
        assertThat(repeat.header("Casetrail-Repeated")).isEmpty();
    }

    @Test
    void somebody_elses_key_gives_nobody_the_first_answer() {
        var id = register();
        var body = CORRECT.formatted("mine", SECRET);
        var first = server.post(
                "shift-1", path(id, "correct-data"), body, "If-Match", "\"0\"", "Idempotency-Key", "the-key");
        assertThat(first.status()).isEqualTo(200);

        for (var other : List.of("shift-2", "acceptor-1", "lead-9", "admin-1")) {
            var repeat = server.post(
                    other, path(id, "correct-data"), body, "If-Match", "\"0\"", "Idempotency-Key", "the-key");
            assertThat(repeat.status()).as(other).isEqualTo(412);
            assertThat(repeat.header("Casetrail-Repeated")).as(other).isEmpty();
            assertThat(repeat.text()).doesNotContain(SECRET);
        }
        server.post("shift-1", path(id, "restrict-visibility"), RESTRICT, "If-Match", "\"1\"");
        var late = server.post(
                "lead-9", path(id, "correct-data"), body, "If-Match", "\"0\"", "Idempotency-Key", "the-key");
        assertThat(late.code()).isEqualTo("NOT_FOUND");
        assertThat(server.log().stream(new StreamId(id), 0, 10)).hasSize(3);
    }

    @Test
    void no_refusal_says_sealed_words_again() {
        var id = register();
        for (var account : List.of("member-2", "lead-9", "dispatcher-1", "acceptor-1")) {
            for (var command : List.of("reject-report", "correct-data", "submit-verification", "report-completion")) {
                var answer = server.post(
                        account,
                        path(id, command),
                        "{\"reason\": {\"code\": \"WRONG\", \"text\": \"%s\"}, \"note\": \"%s\"}"
                                .formatted(SECRET, SECRET),
                        "If-Match",
                        "\"7\"");
                assertThat(answer.status()).as("%s by %s", command, account).isGreaterThanOrEqualTo(400);
                assertThat(answer.text()).as("%s by %s", command, account).doesNotContain(SECRET);
            }
        }
    }

    /** The answer about the hidden case is that about none, but for the id. */
    private void same(String account, String method, String what, String body, String... headers) {
        var there = ask(account, method, path(hidden, what), body, headers);
        var none = ask(account, method, path(ABSENT, what), body, headers);
        var as = "%s %s by %s with %s".formatted(method, what, account, List.of(headers));
        assertThat(there.status()).as(as).isEqualTo(none.status()).isIn(404, 428, 400);
        assertThat(there.text().replace(hidden, ABSENT)).as(as).isEqualTo(none.text());
        assertThat(names(there)).as(as).isEqualTo(names(none)).doesNotContainKey("etag");
    }

    private Answer ask(String account, String method, String path, String body, String... headers) {
        return server.send(account, method, path, "application/json", body.getBytes(UTF_8), headers);
    }

    private static Map<String, List<String>> names(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        headers.remove("content-length");
        return headers;
    }

    private static String path(String id, String what) {
        return "/api/cases/" + id + "/" + what;
    }

    private String register() {
        var answer = server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "k" + keys++);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain(SECRET);
        return answer.id();
    }
}
