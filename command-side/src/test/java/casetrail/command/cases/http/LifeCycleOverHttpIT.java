package casetrail.command.cases.http;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseCommandName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that a person may give, given once over HTTP; and nothing that was said lies anywhere in the clear. */
class LifeCycleOverHttpIT {

    private static final String REASON =
            "\"reason\": {\"code\": \"FOR_GOOD_CAUSE\", \"text\": \"whispered hollyhock\"}";
    private static final String JUST_WHY = "{" + REASON + "}";
    private static final String FILING = """
            {"classification": {"majorClass": "01", "subclass": "0102"},
             "standard": {"catalogue": "demo", "version": "1", "row": "0102-1"}, "waiveVerification": true, %s}""".formatted(REASON);

    @TempDir
    Path folder;

    private final Set<CaseCommandName> given = EnumSet.noneOf(CaseCommandName.class);
    private int keys;

    @Test
    void every_command_is_taken_and_no_sealed_word_is_left_in_the_clear() throws IOException {
        try (var server = new CommandServer(folder)) {
            var photo = server.upload("hollyhock in a picture");
            var evidence = "\"evidence\": [{\"attachment\": \"%s\", \"stage\": \"AFTER\"}]".formatted(photo);

            wholeLife(server, evidence);
            mergedAndSplit(server);
            voided(server);
            overdue(server, evidence);
            onSite(server, photo);

            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(CaseCommandName.values())
                            .filter(RequestForm::isForPersons)
                            .toList());
            assertThat(inTheLog(server)).contains("FOR_GOOD_CAUSE").doesNotContain("hollyhock");
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("hollyhock"));
        }
    }

    private void wholeLife(CommandServer server, String evidence) {
        var c = new Driven(server, register(server));
        c.by("acceptor-1", "request-verification", "{\"collector\": \"%s\"}".formatted(server.person("member-2")));
        c.by(
                "member-2",
                "submit-verification",
                "{\"verdict\": \"EXISTS\", \"note\": \"a hollyhock\", %s}".formatted(evidence));
        c.by("acceptor-1", "propose-filing", FILING.replace("\"waiveVerification\": true, ", ""));
        c.by("shift-1", "file-case", FILING);
        c.by("dispatcher-1", "return-to-intake", JUST_WHY);
        c.by("shift-1", "file-case", FILING);
        c.by("dispatcher-1", "dispatch-case", "{\"unit\": \"ROADS\"}");
        c.by("lead-1", "return-assignment", JUST_WHY);
        c.by("shift-1", "decide-responsibility", "{\"unit\": \"ROADS\", %s}".formatted(REASON));
        c.by("dispatcher-1", "dispatch-case", "{\"unit\": \"ROADS\"}");
        c.by("lead-1", "accept-assignment", "");
        c.by("lead-1", "assign-handler", "{\"handler\": \"%s\"}".formatted(server.person("handler-2")));
        c.by("lead-1", "reassign-handler", "{\"handler\": \"%s\"}".formatted(server.person("handler-1")));
        c.by("lead-1", "revoke-handler", "{}");
        c.by("lead-1", "assign-handler", "{\"handler\": \"%s\"}".formatted(server.person("handler-1")));
        c.by("handler-1", "record-progress", "{\"note\": \"hollyhock cut\"}");
        c.by("lead-1", "request-extension", JUST_WHY);
        c.by("dispatcher-1", "reject-extension", JUST_WHY);
        c.by("lead-1", "request-extension", JUST_WHY);
        c.by("dispatcher-1", "approve-extension", "{}");
        var suspension = "{\"category\": \"WEATHER\", \"until\": \"%s\", %s}"
                .formatted(server.clock().instant().plus(Duration.ofDays(5)), REASON);
        c.by("lead-1", "request-suspension", suspension);
        c.by("shift-1", "reject-suspension", JUST_WHY);
        c.by("lead-1", "request-suspension", suspension);
        c.by("shift-1", "approve-suspension", "{}");
        c.by("lead-1", "resume-case", "{}");
        c.by("supervisor-1", "supervise", "{\"level\": 1, %s}".formatted(REASON));
        c.by("lead-1", "answer-supervision", "{\"answer\": \"the hollyhock grows\"}");
        c.by("supervisor-1", "lift-supervision", JUST_WHY);
        c.by("street-1", "link-whistle", "{\"whistle\": \"whistle-1\"}");
        c.by("street-1", "unlink-whistle", "{\"whistle\": \"whistle-1\", \"outcome\": \"SOLVED\"}");
        c.by("street-1", "link-deliberation", "{\"deliberation\": \"deliberation-1\"}");
        c.by("street-1", "unlink-deliberation", "{\"deliberation\": \"deliberation-1\", \"outcome\": \"AGREED\"}");
        done(c, evidence);
        c.by("dispatcher-1", "return-for-rework", JUST_WHY);
        done(c, evidence);
        c.by("acceptor-1", "request-check", "{\"collector\": \"%s\"}".formatted(server.person("member-2")));
        c.by("member-2", "submit-check", "{\"result\": \"PASS\", %s}".formatted(evidence.replace("AFTER", "CHECK")));
        c.by("acceptor-1", "close-case", "{}");
        c.by("acceptor-1", "record-callback", "{\"reached\": false, \"satisfaction\": \"NO_ANSWER\"}");
        c.by("shift-1", "reopen-case", JUST_WHY);
        done(c, evidence);
        c.by("shift-1", "request-force-closure", JUST_WHY);
        c.by("shift-2", "reject-force-closure", JUST_WHY);
        c.by("shift-1", "request-force-closure", JUST_WHY);
        c.by("shift-2", "force-close", JUST_WHY);
        c.by("acceptor-1", "correct-data", "{\"publicText\": \"told anew\", %s}".formatted(REASON));
        c.by("shift-1", "restrict-visibility", "{\"ground\": \"DISPUTE\", %s}".formatted(REASON));
        c.by("shift-1", "lift-restriction", JUST_WHY);
        c.by("records-1", "archive-case", "{}");
    }

    private static void done(Driven c, String evidence) {
        c.by("handler-1", "report-completion", "{\"result\": \"no hollyhock left\", %s}".formatted(evidence));
        c.by("lead-1", "confirm-completion", "{}");
    }

    private void mergedAndSplit(CommandServer server) {
        var parent = register(server);
        var child = new Driven(server, register(server));
        child.by("acceptor-1", "merge-into", "{\"parent\": \"%s\"}".formatted(parent.id()));
        child.by("shift-1", "split-from-parent", JUST_WHY);
        child.by("acceptor-1", "reject-report", "{\"ground\": \"NOT_EXISTS\", %s}".formatted(REASON));
    }

    private void voided(CommandServer server) {
        var c = dispatched(server, "");
        c.by("shift-1", "request-void", JUST_WHY);
        c.by("shift-2", "reject-void", JUST_WHY);
        c.by("shift-1", "request-void", JUST_WHY);
        c.by("shift-2", "void-case", JUST_WHY);
    }

    private void overdue(CommandServer server, String evidence) {
        var c = dispatched(server, ", \"limit\": {\"amount\": 1, \"unit\": \"MINUTE\"}");
        c.by("lead-1", "accept-assignment", "{}");
        c.by("lead-1", "assign-handler", "{\"handler\": \"%s\"}".formatted(server.person("handler-1")));
        server.clock().advance(Duration.ofHours(2));
        done(c, evidence);
        c.by("shift-1", "close-case", "{\"waiveCheck\": true, %s}".formatted(REASON));
        c.by("lead-1", "file-overdue-appeal", "{%s, %s}".formatted(evidence, REASON));
        c.by("shift-1", "review-appeal", "{\"result\": \"UPHELD\", %s}".formatted(REASON));
        c.by("shift-2", "review-appeal", "{\"result\": \"UPHELD\", %s}".formatted(REASON));
        server.clock().release();
    }

    private Driven dispatched(CommandServer server, String limit) {
        var c = new Driven(server, register(server));
        c.by("shift-1", "file-case", FILING);
        c.by("dispatcher-1", "dispatch-case", "{\"unit\": \"ROADS\"%s}".formatted(limit));
        return c;
    }

    private void onSite(CommandServer server, String photo) {
        var report = """
                {"report": {"source": "COLLECTOR", "kind": "EVENT", "location": {"address": "1 High Street"},
                 "classification": {"majorClass": "02", "subclass": "0201"},
                 "evidence": [{"attachment": "%1$s", "stage": "BEFORE"}, {"attachment": "%1$s", "stage": "AFTER"}]},
                 "result": "swept the hollyhock away"}""".formatted(photo);
        var answer = server.post(
                "member-1", "/api/cases/record-on-site-resolution", report, "Idempotency-Key", "k" + keys++);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("status").stringValue()).isEqualTo("SELF_RESOLVED");
        given.add(CaseCommandName.RECORD_ON_SITE_RESOLUTION);
    }

    private CommandServer.Answer register(CommandServer server) {
        var report = """
                {"source": "COLLECTOR", "kind": "COMPONENT", "description": "a hollyhock lies in the way",
                 "contact": "hollyhock@example.org", "publicText": "obstacle", "location": {"address": "1 High Street"},
                 "grid": {"code": "G-07", "version": 1}, "assetId": "LAMP-7",
                 "external": {"system": "elsewhere", "key": "%d"}}""".formatted(keys);
        var answer = server.post("member-1", "/api/cases", report, "Idempotency-Key", "k" + keys++);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/cases/" + answer.id());
        given.add(CaseCommandName.REGISTER_REPORT);
        return answer;
    }

    private static String inTheLog(CommandServer server) {
        return server.log().read(0, 10_000).stream()
                .map(e -> new String(e.payload(), StandardCharsets.UTF_8)
                        + new String(e.envelope(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** A case that is driven on from the version that was answered last. */
    private final class Driven {

        private final CommandServer server;
        private final String id;
        private long version;

        Driven(CommandServer server, CommandServer.Answer registered) {
            this.server = server;
            this.id = registered.id();
            this.version = registered.version();
        }

        void by(String account, String command, String body) {
            var answer = server.post(
                    account, "/api/cases/%s/%s".formatted(id, command), body, "If-Match", "\"" + version + "\"");
            assertThat(answer.status()).as("%s: %s", command, answer.text()).isEqualTo(200);
            version = answer.version();
            assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
            assertThat(answer.header("Casetrail-Position"))
                    .isEqualTo(answer.json().get("position").toString());
            given.add(CaseCommandName.ofPath(command).orElseThrow());
        }
    }
}
