package casetrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventJson;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogFeedHttpIT {

    private static final String AUDITOR = "person-auditor AUDITOR";
    private static final String ANALYST = "person-analyst ANALYST";

    private static final MemoryLog LOG = new MemoryLog();
    private static QueryServer server;

    @BeforeAll
    static void start() {
        server = QueryServer.over(LOG, Map.of("server.tomcat.connection-timeout", "1s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void empty() {
        server.pardon();
        LOG.clear();
    }

    @Test
    void lines_by_default_and_server_sent_events_for_who_likes_them_better() throws Exception {
        append("case-1");
        append("case-1");

        var lines = server.get("/api/log?from=1", AUDITOR);
        var events = server.get("/api/log", AUDITOR, "Accept", "text/event-stream", "Last-Event-ID", "0");

        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines.body().lines()).hasSize(2);
        assertThat(lines.body())
                .startsWith("{\"position\":1,")
                .endsWith("\"}\n")
                .contains("\"endOfLog\":true");
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/event-stream"));
        assertThat(events.body()).startsWith("id: 1\ndata: {\"position\":1,");
        assertThat(server.get("/api/log", AUDITOR, "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void a_moment_may_stand_for_a_position_but_not_beside_one() throws Exception {
        append("case-1");

        var at = server.get("/api/log?since=2026-11-20T12:00:00%2B08:00", AUDITOR);
        var after = server.get("/api/log?since=2026-11-20T12:00:01%2B08:00", AUDITOR);
        var both = server.get("/api/log?from=0&since=2026-11-20T04:00:01Z", AUDITOR);
        var zoneless = server.get("/api/log?since=2026-11-20T04:00:01", AUDITOR);

        assertThat(at.body().lines()).hasSize(2);
        assertThat(after.body().lines()).hasSize(1);
        assertThat(both.statusCode()).isEqualTo(400);
        assertThat(zoneless.statusCode()).isEqualTo(400);
        for (var absurd : List.of("-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z")) {
            assertThat(server.get("/api/log?since=" + absurd, AUDITOR).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void every_fault_of_a_request_is_told_at_once() throws Exception {
        var answer = server.get(
                "/api/log?from=1&limit=0&name=case.unheard-of&stream=x&unit=y&follow=perhaps&include=everything",
                AUDITOR);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(EventJson.MAPPER
                        .readTree(answer.body())
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "query:from",
                        "query:limit",
                        "query:name",
                        "query:stream",
                        "query:unit",
                        "query:follow",
                        "query:include");
    }

    @Test
    void the_feed_is_for_few_and_access_streams_for_fewer() throws Exception {
        append("access-person-1");

        assertThat(server.get("/api/log", "person-x DISPATCHER").statusCode()).isEqualTo(403);
        assertThat(server.get("/api/log/end", "person-x DISPATCHER").statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/log?include=access", ANALYST).statusCode()).isEqualTo(403);
        assertThat(server.get("/api/log", AUDITOR).body().lines()).hasSize(1);
        assertThat(server.get("/api/log?include=access", AUDITOR).body().lines())
                .hasSize(2);
        assertThat(server.get("/api/log?stream=access-person-1", AUDITOR).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_follower_gets_what_is_written_after_it_came() throws Exception {
        var answer = server.open("/api/log?follow=true", ANALYST);
        try (var reader = reader(answer.body())) {
            assertThat(reader.readLine()).isEqualTo("{\"endOfLog\":true,\"next\":0}");
            append("case-1");
            assertThat(reader.readLine()).startsWith("{\"position\":0,");
            assertThat(reader.readLine()).startsWith("{\"endOfLog\":true,\"next\":1,");
        }
    }

    @Test
    void revoking_ends_an_open_feed_with_the_cause() throws Exception {
        var answer = server.open("/api/log?follow=true", AUDITOR);
        try (var reader = reader(answer.body())) {
            assertThat(reader.readLine()).contains("endOfLog");
            server.revoke(new PersonId("person-auditor"));
            assertThat(reader.readLine()).isEqualTo("{\"ended\":\"REVOKED\",\"next\":0}");
            assertThat(reader.readLine()).isNull();
        }
    }

    @Test
    void a_stopping_server_says_so_in_the_last_line() throws Exception {
        var stopping = QueryServer.over(LOG, Map.of());
        var answer = stopping.open("/api/log?follow=true", AUDITOR);
        try (var reader = reader(answer.body())) {
            assertThat(reader.readLine()).contains("endOfLog");
            stopping.close();
            assertThat(reader.readLine()).isEqualTo("{\"ended\":\"SHUTDOWN\",\"next\":0}");
        }
    }

    @Test
    void one_person_has_a_bounded_number_of_open_feeds() throws Exception {
        List<InputStream> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var answer = server.open("/api/log?follow=true", AUDITOR);
            assertThat(answer.statusCode()).isEqualTo(200);
            open.add(answer.body());
        }

        var oneMore = server.get("/api/log?follow=true", AUDITOR);
        assertThat(oneMore.statusCode()).isEqualTo(429);
        assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.get("/api/log", ANALYST).statusCode()).isEqualTo(200);

        server.revoke(new PersonId("person-auditor"));
        for (var feed : open) {
            assertThat(reader(feed).lines().toList().getLast()).contains("REVOKED");
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_given_up_and_that_is_no_defect(CapturedOutput output) throws Exception {
        for (int i = 0; i < 30_000; i++) {
            append("case-1");
        }
        List<Socket> stuck = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port());
            socket.setReceiveBufferSize(4_096);
            socket.getOutputStream()
                    .write(("GET /api/log HTTP/1.1\r\nHost: localhost\r\n" + QueryServer.ASKER + ": " + AUDITOR
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            stuck.add(socket);
        }
        Awaitility.await().until(() -> server.get("/api/log?limit=1", AUDITOR).statusCode() == 429);

        Awaitility.await().until(() -> server.get("/api/log?limit=1", AUDITOR).statusCode() == 200);
        for (var socket : stuck) {
            socket.close();
        }
        assertThat(output.getAll()).doesNotContain("defect ");
    }

    @Test
    void the_end_is_told_by_itself() throws Exception {
        assertThat(server.get("/api/log/end", ANALYST).body()).isEqualTo("{\"next\":0}");
        append("case-1");

        var end = server.get("/api/log/end", ANALYST);

        assertThat(end.headers().firstValue("Casetrail-Log-Next")).hasValue("1");
        assertThat(end.body()).isEqualTo("{\"next\":1,\"recordedAt\":\"2026-11-20T04:00:00.123456Z\"}");
    }

    @Test
    void a_head_request_opens_no_feed() throws Exception {
        var head = java.net.http.HttpRequest.newBuilder(server.request("/api/log?follow=true", AUDITOR), (n, v) -> true)
                .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        for (int i = 0; i < 20; i++) {
            assertThat(server.client()
                            .send(head, java.net.http.HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static BufferedReader reader(InputStream body) {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private void append(String stream) {
        LOG.append(
                new StreamId(stream),
                Samples.NOON,
                Samples.envelope(Samples.actor(Role.SHIFT_LEADER, null), Samples.NOON),
                Samples.of(CaseEvent.CaseFiled.class));
    }
}
