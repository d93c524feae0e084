package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.log.StoredEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are refused before they become orders are on record like those that the rules refuse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsOnRecordIT {

    private static final String REPORT = """
            {"source": "PUBLIC", "kind": "EVENT", "description": "noise", "location": {"address": "1 High Street"}}""";
    private static final String NOTE = "{\"note\": \"x\"}";

    private CommandServer server;
    private String id;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new CommandServer(folder);
        id = server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "first")
                .id();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_role_that_is_not_held_is_on_record() {
        long before = server.log().end();
        server.post("member-1", path("record-progress"), NOTE, "If-Match", "\"0\"", "Casetrail-Acting-As", "ADMIN");

        assertOnRecord(before, "member-1", id, "RECORD_PROGRESS", "FORBIDDEN_ROLE");
    }

    @Test
    void a_role_that_is_not_held_is_on_record_for_a_new_case_too() {
        long before = server.log().end();
        server.post("member-1", "/api/cases", REPORT, "Idempotency-Key", "k", "Casetrail-Acting-As", "ADMIN");

        assertOnRecord(before, "member-1", "case-", "REGISTER_REPORT", "FORBIDDEN_ROLE");
    }

    @Test
    void a_command_of_the_system_is_on_record() {
        long before = server.log().end();
        server.post("shift-1", path("link-child"), "{}", "If-Match", "\"0\"");

        assertOnRecord(before, "shift-1", id, "LINK_CHILD", "FORBIDDEN_ROLE");
    }

    @Test
    void a_version_that_is_missing_is_on_record() {
        for (var header : List.of(List.<String>of(), List.of("If-Match", "*"))) {
            long before = server.log().end();
            server.post("lead-1", path("record-progress"), NOTE, header.toArray(String[]::new));

            assertOnRecord(before, "lead-1", id, "RECORD_PROGRESS", "VERSION_REQUIRED");
        }
    }

    @Test
    void an_item_of_many_is_on_record() {
        long before = server.log().end();
        server.post("lead-1", "/api/cases/bulk", """
                {"items": [{"caseId": "%s", "command": "record-progress", "body": %s}]}""".formatted(id, NOTE));

        assertOnRecord(before, "lead-1", id, "RECORD_PROGRESS", "VERSION_REQUIRED");
    }

    @Test
    void a_command_about_a_person_is_on_record() {
        long before = server.log().end();
        var member = server.person("member-2");
        server.post("shift-1", "/api/people/" + member + "/close-account", "{}", "Casetrail-Acting-As", "ADMIN");

        assertOnRecord(before, "shift-1", member, "CLOSE_ACCOUNT", "FORBIDDEN_ROLE");
    }

    @Test
    void dry_runs_and_malformed_requests_are_not() {
        long before = server.log().end();
        server.post("shift-1", path("link-child") + "?dryRun=true", "{}", "If-Match", "\"0\"");
        server.post("lead-1", path("record-progress"), "{\"size\": 1}", "If-Match", "\"0\"");

        assertThat(refusedSince(before)).isEmpty();
    }

    private String path(String command) {
        return "/api/cases/" + id + "/" + command;
    }

    private void assertOnRecord(long before, String account, String target, String command, String code) {
        var refused = refusedSince(before);
        assertThat(refused).hasSize(1);
        assertThat(new String(refused.getFirst().payload(), UTF_8))
                .contains("\"" + target)
                .contains("\"" + command + "\"")
                .contains("\"" + code + "\"");
        assertThat(new String(refused.getFirst().envelope(), UTF_8)).contains("\"" + server.person(account) + "\"");
    }

    private List<StoredEvent> refusedSince(long position) {
        return server.log().read(position, 100).stream()
                .filter(e -> e.name().equals("access.command-refused"))
                .toList();
    }
}
