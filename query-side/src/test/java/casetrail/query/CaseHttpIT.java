package casetrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.wire.EventJson;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseHttpIT {

    private static final String CLERK = "person-clerk ACCEPTOR";
    private static final String OUTSIDER = "person-outsider HANDLER@U-WATER";
    private static final String AUDITOR = "person-auditor AUDITOR";
    private static final Actor LEADER = Samples.actor(Role.SHIFT_LEADER, null);

    private static final MemoryLog LOG = new MemoryLog();
    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.over(LOG, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_case_is_told_with_a_strong_etag_and_not_twice() throws Exception {
        var id = aCase("etag", CaseEvent.CaseDispatched.class);

        var first = server.get("/api/cases/" + id, CLERK);
        var again = server.get("/api/cases/" + id, CLERK, "If-None-Match", "\"1\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(first.headers().allValues("Vary").toString()).contains("Accept-Language");
        var told = json(first.body());
        assertThat(told.get("status").get("code").asString()).isEqualTo("DISPATCHED");
        assertThat(told.get("version").asLong()).isEqualTo(1);
        assertThat(told.get("handling").get("unit").asString()).isEqualTo("U-ROADS");
        assertThat(told.get("report").get("text").get("text").asString()).isEqualTo("opened:text");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void a_copy_in_one_language_does_not_stand_for_the_other() throws Exception {
        var path = "/api/cases/" + aCase("tongues", CaseEvent.CaseDispatched.class);

        var chinese = server.get(path, CLERK, "Accept-Language", "zh", "If-None-Match", "\"1\"");
        var english = server.get(path, CLERK, "If-None-Match", "\"1-zh\"");
        var again = server.get(path, CLERK, "Accept-Language", "zh", "If-None-Match", "\"1-zh\"");

        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.headers().firstValue("ETag")).hasValue("\"1-zh\"");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void what_is_not_known_of_a_place_is_left_out() throws Exception {
        var told = server.get("/api/cases/" + aCase("place"), CLERK).body();

        assertThat(told).contains("\"location\"").doesNotContain(":null");
    }

    @Test
    void words_come_in_the_language_that_is_asked_for() throws Exception {
        var id = aCase("words");

        var chinese = server.get("/api/cases/" + id, CLERK, "Accept-Language", "zh-CN,en;q=0.5");
        var english = server.get("/api/cases/" + id, CLERK, "Accept-Language", "fr");

        assertThat(chinese.headers().firstValue("Content-Language")).hasValue("zh");
        assertThat(json(chinese.body()).get("status").get("words").asString()).isEqualTo("已上报");
        assertThat(json(english.body()).get("status").get("words").asString()).isEqualTo("reported");
    }

    @Test
    void sealed_text_is_withheld_from_who_may_not_read_it() throws Exception {
        var id = aCase("sealed");

        var body = server.get("/api/cases/" + id, AUDITOR).body();

        assertThat(body).doesNotContain("opened:").doesNotContain("ciphertext");
        assertThat(json(body).get("report").get("text").get("withheld").asBoolean())
                .isTrue();
    }

    @Test
    void what_is_not_there_and_what_one_may_not_know_of_look_the_same() throws Exception {
        var restricted = aCase("restricted", CaseEvent.VisibilityRestricted.class);
        var absent = CaseId.forRequest("nobody", "nothing");

        for (var path : new String[] {"/api/cases/%s", "/api/cases/%s/timeline"}) {
            var hidden = server.get(path.formatted(restricted), OUTSIDER);
            var missing = server.get(path.formatted(absent), OUTSIDER);
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body().replace(restricted.value(), absent.value()))
                    .isEqualTo(missing.body());
            assertThat(server.get(path.formatted("nonsense"), CLERK).statusCode())
                    .isEqualTo(404);
            for (var insider : new String[] {AUDITOR, CLERK}) {
                assertThat(server.get(path.formatted(restricted), insider).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void probing_for_a_version_does_not_tell_that_there_is_a_case() throws Exception {
        var restricted = aCase("probed", CaseEvent.VisibilityRestricted.class);
        var absent = CaseId.forRequest("nobody", "nothing");

        for (var path : new String[] {"/api/cases/%s", "/api/cases/%s/timeline"}) {
            for (var tag : new String[] {"\"1\"", "W/\"1\"", "*"}) {
                var hidden = server.get(path.formatted(restricted), OUTSIDER, "If-None-Match", tag);
                var missing = server.get(path.formatted(absent), OUTSIDER, "If-None-Match", tag);
                assertThat(hidden.statusCode()).isEqualTo(404);
                assertThat(hidden.body().replace(restricted.value(), absent.value()))
                        .isEqualTo(missing.body());
                assertThat(hidden.headers().map().keySet())
                        .isEqualTo(missing.headers().map().keySet())
                        .doesNotContain("etag");
            }
        }
        var waited = "/api/cases/%s?at-least-version=1";
        assertThat(server.get(waited.formatted(restricted), OUTSIDER)
                        .body()
                        .replace(restricted.value(), absent.value()))
                .isEqualTo(server.get(waited.formatted(absent), OUTSIDER).body());
    }

    @Test
    void nobody_without_the_right_finds_sealed_words_in_the_timeline() throws Exception {
        var id = aCase("words withheld", CaseEvent.CaseDispatched.class, CaseEvent.ProgressRecorded.class);
        var readers = new String[] {
            OUTSIDER,
            AUDITOR,
            "person-analyst ANALYST",
            "person-member GRID_MEMBER@U-EAST",
            "person-admin ADMIN",
            "person-auditor AUDITOR HANDLER@U-WATER"
        };
        for (var reader : readers) {
            for (var path : new String[] {"/api/cases/%s", "/api/cases/%s/timeline"}) {
                assertThat(server.get(path.formatted(id), reader).body())
                        .as("%s to %s", path, reader)
                        .contains("withheld")
                        .doesNotContain("opened:")
                        .doesNotContain("ciphertext");
            }
        }
        assertThat(server.get("/api/cases/%s/timeline".formatted(id), "person-own HANDLER@U-ROADS")
                        .body())
                .contains("opened:reason");
        assertThat(server.get("/api/cases/" + id, "person-nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void the_evidence_of_a_case_names_where_it_is_read() throws Exception {
        var id = aCase("evidence", CaseEvent.ProgressRecorded.class);

        var told = json(server.get("/api/cases/" + id, CLERK).body());
        var piece = told.get("evidence").get(0);
        var address = piece.get("attachment").asString();
        var path = "/api/cases/%s/attachments/%s".formatted(id, address);

        // The events of the test name a case of their own.
        assertThat(piece.get("href").asString())
                .isEqualTo(
                        "/api/cases/%s/attachments/%s".formatted(told.get("id").asString(), address));
        // The content itself is not stored here.
        assertThat(server.get(path, CLERK).statusCode()).isEqualTo(404);
        assertThat(server.get(path, AUDITOR).statusCode()).isEqualTo(403);
        assertThat(server.get("/api/attachments/" + address, CLERK).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_version_that_is_on_its_way_is_waited_for() throws Exception {
        var id = aCase("waiting");
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return server.get("/api/cases/" + id + "?at-least-version=1", CLERK);
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        append(id, Samples.of(CaseEvent.CaseFiled.class));

        assertThat(answer.join().headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void a_version_that_does_not_come_is_an_outage_to_be_tried_again() throws Exception {
        var id = aCase("never");

        var answer = server.get("/api/cases/" + id + "?at-least-version=9", CLERK);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer.body()).get("code").asString()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void every_fault_of_a_request_is_told_at_once() throws Exception {
        var id = aCase("faults");

        var answer = server.get("/api/cases/" + id + "/timeline?from=-1&limit=501&at-least-version=x", CLERK);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body())
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("query:from", "query:limit", "query:at-least-version");
    }

    @Test
    void the_timeline_tells_every_event_page_by_page() throws Exception {
        var id = aCase("timeline", CaseEvent.CaseFiled.class, CaseEvent.CaseDispatched.class);

        var first =
                json(server.get("/api/cases/" + id + "/timeline?limit=2", CLERK).body());
        var second = json(server.get("/api/cases/" + id + "/timeline?from=2", CLERK, "Accept-Language", "zh")
                .body());

        assertThat(first.get("entries")).hasSize(2);
        assertThat(first.get("next").asLong()).isEqualTo(2);
        assertThat(first.get("entries").get(0).get("name").asString()).isEqualTo("case.report-registered");
        assertThat(first.get("entries")
                        .get(0)
                        .get("reason")
                        .get("text")
                        .get("text")
                        .asString())
                .isEqualTo("opened:reason");
        assertThat(second.get("entries")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(second.get("entries").get(0).get("words").asString()).startsWith("派遣至U-ROADS");
        assertThat(second.get("entries")
                        .get(0)
                        .get("changes")
                        .valueStream()
                        .map(c -> c.get("path").asString()))
                .contains("handling.unit");
    }

    @Test
    void a_long_stream_is_folded_whole() throws Exception {
        var id = aCase("long");
        for (int i = 0; i < 1_100; i++) {
            append(id, Samples.of(CaseEvent.ChildLinked.class));
        }

        assertThat(json(server.get("/api/cases/" + id, CLERK).body())
                        .get("version")
                        .asLong())
                .isEqualTo(1_100);
    }

    @SafeVarargs
    private static CaseId aCase(String name, Class<? extends CaseEvent>... events) {
        var id = CaseId.forRequest("query-side", name);
        append(id, Samples.of(CaseEvent.ReportRegistered.class));
        for (var event : events) {
            append(id, Samples.of(event));
        }
        return id;
    }

    private static void append(CaseId id, CaseEvent event) {
        LOG.append(id.stream(), Samples.NOON, Samples.envelope(LEADER, Samples.NOON), event);
    }

    private static JsonNode json(String body) {
        return EventJson.MAPPER.readTree(body);
    }
}
