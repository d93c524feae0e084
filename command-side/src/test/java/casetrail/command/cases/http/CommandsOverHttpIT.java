package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.http.CommandServer.Answer;
import casetrail.events.cases.CaseCommandName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is refused over HTTP, and how it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsOverHttpIT {

    private static final String REPORT = """
            {"source": "PUBLIC", "kind": "EVENT", "description": "noise", "location": {"address": "1 High Street"}}""";
    private static final String WHY = "{\"reason\": {\"code\": \"WRONG\", \"text\": \"because\"}}";

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
    void faults_of_header_body_and_evidence_are_told_together() {
        var answer = server.post("member-1", "/api/cases", """
                {"source": "RUMOUR", "kind": "EVENT", "description": "%s", "location": {}, "size": 3,
                 "evidence": [{"attachment": "%s", "stage": "BEFORE"}]}""".formatted("x".repeat(4001), "0".repeat(64)));

        assertProblem(answer, 400, "INVALID_REQUEST");
        assertThat(pointers(answer))
                .containsExactlyInAnyOrder(
                        "header:Idempotency-Key",
                        "/source",
                        "/description",
                        "/location",
                        "/size",
                        "/evidence/0/attachment");
    }

    @Test
    void a_description_of_4000_characters_is_taken_markup_and_all() {
        var text = "<script>alert('窨井')</script>" + "x".repeat(4000);
        assertThat(register(REPORT.replace("noise", text.substring(0, 4000))).status())
                .isEqualTo(201);
    }

    @Test
    void what_is_not_json_or_says_a_thing_twice_is_refused() {
        assertProblem(register("{\"source\": "), 400, "INVALID_REQUEST");
        assertProblem(register("{\"source\": \"PUBLIC\", \"source\": \"VIDEO\"}"), 400, "INVALID_REQUEST");
        assertProblem(register(REPORT + "{}"), 400, "INVALID_REQUEST");
        assertProblem(register("[".repeat(1000)), 400, "INVALID_REQUEST");
        assertProblem(register("\u0000"), 400, "INVALID_REQUEST");
    }

    @Test
    void another_type_and_too_much_are_refused() {
        var form = server.send("member-1", "POST", "/api/cases", "text/plain", REPORT.getBytes(UTF_8));
        assertProblem(form, 415, "UNSUPPORTED_TYPE");
        assertProblem(register(REPORT.replace("noise", "x".repeat(300_000))), 413, "TOO_LARGE");
    }

    @Test
    void who_takes_no_answer_that_there_is_is_refused_before_anything_is_done() {
        var unread = server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "unread", "Accept", "text/csv");
        assertProblem(unread, 406, "NOT_ACCEPTABLE");

        var first = server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "unread");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.response().headers().firstValue("Casetrail-Repeated")).isEmpty();
    }

    @Test
    void a_command_without_the_version_seen_is_refused() {
        var id = register(REPORT).id();
        var path = "/api/cases/" + id + "/reject-report";
        var body = WHY.replace("{\"reason", "{\"ground\": \"INVALID\", \"reason");

        assertProblem(server.post("acceptor-1", path, body), 428, "VERSION_REQUIRED");
        var star = server.post("acceptor-1", path, body, "If-Match", "*");
        assertProblem(star, 428, "VERSION_REQUIRED");
        assertThat(star.json().get("detail").stringValue()).contains("takes having seen it");
        assertThat(pointers(server.post("acceptor-1", path, body, "If-Match", "W/\"0\"")))
                .containsExactly("header:If-Match");
        assertThat(server.post("acceptor-1", path, body, "If-Match", "\"0-zh\"").status())
                .isEqualTo(200);
    }

    @Test
    void a_stale_version_is_told_what_happened_since() {
        var id = register(REPORT).id();
        correct("acceptor-1", id, 0, "one");
        var stale = correct("shift-1", id, 0, "two");

        assertProblem(stale, 412, "STALE_VERSION");
        var since = stale.json().get("eventsSince");
        assertThat(since.size()).isEqualTo(1);
        assertThat(since.get(0).get("name").stringValue()).isEqualTo("case.data-corrected");
        assertThat(since.get(0).get("version").intValue()).isEqualTo(1);
        assertThat(since.get(0).get("position").isIntegralNumber()).isTrue();
    }

    @Test
    void an_illegal_step_names_what_is_allowed_instead() {
        var id = register(REPORT).id();
        var answer = server.post("acceptor-1", "/api/cases/" + id + "/close-case", "{}", "If-Match", "\"0\"");

        assertProblem(answer, 409, "ILLEGAL_TRANSITION");
        assertThat(answer.json().get("allowedCommands").toString()).contains("request-verification");
    }

    @Test
    void problems_are_told_in_the_askers_language() {
        var id = register(REPORT).id();
        var answer = server.post(
                "acceptor-1",
                "/api/cases/" + id + "/close-case",
                "{}",
                "If-Match",
                "\"0\"",
                "Accept-Language",
                "zh-CN,zh;q=0.9");

        assertThat(answer.json().get("title").stringValue()).isEqualTo("当前状态不允许");
        assertThat(server.get("acceptor-1", answer.json().get("type").stringValue())
                        .text())
                .startsWith("# ILLEGAL_TRANSITION");
    }

    @Test
    void unknown_cases_commands_and_those_of_the_system_are_refused() {
        var id = register(REPORT).id();
        var nowhere = "case-" + "0".repeat(26);
        for (var path : List.of(nowhere + "/accept-assignment", "nonsense/accept-assignment", id + "/do-magic")) {
            assertProblem(server.post("lead-1", "/api/cases/" + path, "{}", "If-Match", "\"0\""), 404, "NOT_FOUND");
        }
        var note = server.post(
                "lead-1", "/api/cases/" + nowhere + "/record-progress", "{\"note\": \"x\"}", "If-Match", "\"0\"");
        assertProblem(note, 404, "NOT_FOUND");
        var child = "{\"child\": \"%s\"}".formatted(nowhere);
        assertProblem(
                server.post("shift-1", "/api/cases/" + id + "/link-child", child, "If-Match", "\"0\""),
                403,
                "FORBIDDEN_ROLE");
    }

    @Test
    void an_administrator_gives_no_command_about_cases() {
        assertProblem(
                server.post("admin-1", "/api/cases", REPORT, "Idempotency-Key", "a" + keys++), 403, "FORBIDDEN_ROLE");
        var unheld = server.post(
                "member-1", "/api/cases", REPORT, "Idempotency-Key", "a" + keys++, "Casetrail-Acting-As", "ACCEPTOR");
        assertProblem(unheld, 403, "FORBIDDEN_ROLE");
    }

    @Test
    void only_known_persons_can_be_acted_for_and_only_ways_open_to_people_named() {
        var answer = server.post(
                "member-1",
                "/api/cases",
                REPORT.replace("{\"source", "{\"channel\": \"IMPORT\", \"source"),
                "Idempotency-Key",
                "b" + keys++,
                "Casetrail-On-Behalf-Of",
                "person-nobody");

        assertThat(pointers(answer)).containsExactlyInAnyOrder("header:Casetrail-On-Behalf-Of", "/channel");
    }

    @Test
    void an_earlier_time_is_claimed_by_the_offline_channel_only_and_with_a_reason() {
        var early = "{\"occurredAt\": \"%s\", \"source"
                .formatted(server.clock().instant().minusSeconds(3600));
        var claimed = REPORT.replace("{\"source", early);
        assertProblem(register(claimed), 422, "TIME_NOT_ALLOWED");
        var offline =
                claimed.replace("{\"occ", "{\"channel\": \"OFFLINE\", \"reason\": {\"code\": \"NO_NETWORK\"}, \"occ");
        assertThat(register(offline).status()).isEqualTo(201);
    }

    @Test
    void a_restricted_case_does_not_exist_for_others() {
        var id = register(REPORT).id();
        var why = WHY.replace("{\"reason", "{\"ground\": \"MINOR\", \"reason");
        server.post("shift-1", "/api/cases/" + id + "/restrict-visibility", why, "If-Match", "\"0\"");

        assertProblem(correct("lead-9", id, 1, "seen?"), 404, "NOT_FOUND");
        assertProblem(correct("lead-9", id, 0, "seen?"), 404, "NOT_FOUND");
        assertProblem(server.get("lead-9", "/api/cases/" + id + "/allowed-commands"), 404, "NOT_FOUND");
        assertThat(commands(server.get("shift-1", "/api/cases/" + id + "/allowed-commands")))
                .contains("lift-restriction", "file-case");
        assertThat(server.get("member-1", "/api/cases/" + id + "/allowed-commands")
                        .status())
                .isEqualTo(200); // the reporter knows it
    }

    @Test
    void allowed_commands_are_those_of_the_askers_grants() {
        var id = register(REPORT).id();
        var answer = server.get("acceptor-1", "/api/cases/" + id + "/allowed-commands");

        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(commands(answer))
                .contains("request-verification", "reject-report")
                .doesNotContain("dispatch-case");
        assertThat(answer.json().get("number").stringValue()).matches("[0-9]{2}-[0-9]{6,9}-[0-9A-Z]");
        assertThat(commands(server.get("admin-1", "/api/cases/" + id + "/allowed-commands")))
                .isEmpty();
    }

    @Test
    void the_document_has_every_path() {
        var paths = server.get("member-1", "/v3/api-docs").json().get("paths");

        assertThat(paths.propertyNames())
                .containsAll(Arrays.stream(CaseCommandName.values())
                        .filter(RequestForm::isForPersons)
                        .map(RequestForm::path)
                        .toList())
                .contains("/api/cases/bulk", "/api/cases/{id}/allowed-commands", "/api/attachments", "/api/login")
                .doesNotContain("/api/cases/{id}/{command}");
        var accept = paths.get("/api/cases/{id}/supervise").get("post");
        assertThat(accept.get("requestBody").toString()).contains("SuperviseRequest");
        assertThat(paths.get("/api/cases/{id}/allowed-commands").toString()).contains("ETag");
        var level = server.get("member-1", "/v3/api-docs")
                .json()
                .get("components")
                .get("schemas")
                .get("SuperviseRequest")
                .get("properties")
                .get("level");
        assertThat(level.get("type").stringValue()).isEqualTo("integer");
        assertThat(level.get("maximum").intValue()).isEqualTo(3);
    }

    @Test
    void attachments_are_told_by_their_bytes_and_bounded() {
        var jpeg = "\u00ff\u00d8\u00ff\u00e0photo".getBytes(ISO_8859_1);
        var stored = server.send("member-1", "POST", "/api/attachments", "text/html", jpeg);
        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.json().get("type").stringValue()).isEqualTo("image/jpeg");
        assertThat(stored.json().get("sha256").stringValue()).hasSize(64);

        var zip = "PK\u0003\u0004zip".getBytes(ISO_8859_1);
        assertProblem(server.send("member-1", "POST", "/api/attachments", "image/jpeg", zip), 415, "UNSUPPORTED_TYPE");
        assertProblem(server.send("member-1", "POST", "/api/attachments", "", new byte[0]), 400, "INVALID_REQUEST");
        assertProblem(server.send("admin-1", "POST", "/api/attachments", "image/jpeg", jpeg), 403, "FORBIDDEN_ROLE");
    }

    private Answer register(String body) {
        return server.post("member-1", "/api/cases", body, "Idempotency-Key", "k" + keys++);
    }

    private Answer correct(String account, String id, long version, String text) {
        var body = WHY.replace("{\"reason", "{\"publicText\": \"%s\", \"reason".formatted(text));
        return server.post(account, "/api/cases/" + id + "/correct-data", body, "If-Match", "\"" + version + "\"");
    }

    private static List<String> pointers(Answer answer) {
        return strings(answer.json().get("errors"), "pointer");
    }

    private static List<String> commands(Answer answer) {
        return strings(answer.json().get("commands"), "command");
    }

    private static List<String> strings(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(e -> e.get(field).stringValue())
                .toList();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("type").stringValue())
                .isEqualTo("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
