package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Persons, accounts and grants in a demo city, over HTTP. */
class PeopleIT {

    @TempDir
    static Path directory;

    private static Serving server;

    @BeforeAll
    static void start() throws Exception {
        server = Serving.start(directory, "--demo");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everybody_may_know_who_they_are_and_whom_a_command_may_name() throws Exception {
        var me = demo("lead-roads-1").get("/api/people/me").json();
        assertThat(me.path("account").asString()).isEqualTo("lead-roads-1");
        assertThat(me.path("grants").path(0).path("unit").asString()).isEqualTo("ROADS");

        var handlers = demo("lead-roads-1").get("/api/people/colleagues?role=HANDLER&unit=ROADS");
        assertThat(handlers.json()
                        .valueStream()
                        .map(each -> each.path("account").asString()))
                .containsExactlyInAnyOrder("handler-roads-1", "handler-roads-2");
        var wrong = demo("lead-roads-1").get("/api/people/colleagues?role=KING&limit=0");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json()
                        .path("errors")
                        .valueStream()
                        .map(each -> each.path("pointer").asString()))
                .containsExactlyInAnyOrder("query:role", "query:limit");
        assertThat(demo("lead-roads-1").get("/api/people").status()).isEqualTo(403);
    }

    @Test
    void a_role_takes_two_administrators_and_nobody_grants_it_to_himself() throws Exception {
        var one = demo("admin-1");
        var other = demo("admin-2");
        var person = newcomer(one, "two-needed", "correct horse battery staple");
        var oneself = one.get("/api/people/me").json().path("person").asString();

        var asked = one.post(person + "/request-role-grant", "{\"role\":\"AUDITOR\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(grant(asked.json()).path("phase").asString()).isEqualTo("REQUESTED");
        assertThat(as("two-needed", "correct horse battery staple")
                        .get("/api/log/end")
                        .status())
                .isEqualTo(403);
        var agreed =
                "{\"grant\":\"%s\"}".formatted(grant(asked.json()).path("grant").asString());
        var alone = one.post(person + "/approve-role-grant", agreed);
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.json().path("code").asString()).isEqualTo("SECOND_PERSON_REQUIRED");
        assertThat(other.post(person + "/approve-role-grant", agreed).status()).isEqualTo(200);
        assertThat(as("two-needed", "correct horse battery staple")
                        .get("/api/log/end")
                        .status())
                .isEqualTo(200);

        var self = one.post("/api/people/" + oneself + "/request-role-grant", "{\"role\":\"SHIFT_LEADER\"}");
        assertThat(self.json().path("code").asString()).isEqualTo("SECOND_PERSON_REQUIRED");
        assertThat(demo("acceptor-1")
                        .post(person + "/request-role-grant", "{\"role\":\"ADMIN\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void revoking_a_grant_ends_tokens_and_open_feeds() throws Exception {
        var person = newcomer(demo("admin-1"), "short-lived", "correct horse battery staple");
        var asked = demo("admin-1").post(person + "/request-role-grant", "{\"role\":\"AUDITOR\"}");
        var grant =
                "{\"grant\":\"%s\"}".formatted(grant(asked.json()).path("grant").asString());
        demo("admin-2").post(person + "/approve-role-grant", grant);
        var token = Client.anybody(server.url())
                .post("/api/login", "{\"account\":\"short-lived\",\"password\":\"correct horse battery staple\"}")
                .json()
                .path("token")
                .asString();
        var bearer = Client.bearer(server.url(), token);
        long end = bearer.get("/api/log/end").json().path("next").asLong();
        try (var http = HttpClient.newHttpClient()) {
            var feed = http.send(
                    HttpRequest.newBuilder(server.url().resolve("/api/log?follow=true&from=" + end))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofLines());
            assertThat(feed.statusCode()).isEqualTo(200);
            var last = CompletableFuture.supplyAsync(() -> last(feed.body()));

            assertThat(demo("admin-1").post(person + "/revoke-grant", grant).status())
                    .isEqualTo(200);

            assertThat(last.get(60, TimeUnit.SECONDS)).contains("REVOKED");
        }
        assertThat(bearer.get("/api/people/me").status()).isEqualTo(401);
        assertThat(as("short-lived", "correct horse battery staple")
                        .get("/api/log/end")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void another_password_ends_what_was_proven_by_the_old_one() throws Exception {
        var person = newcomer(demo("admin-1"), "forgetful", "correct horse battery staple");
        var owner = as("forgetful", "correct horse battery staple");
        assertThat(owner.get("/api/people/me").status()).isEqualTo(200);

        var weak = owner.post(person + "/change-password", "{\"currentPassword\":\"x\",\"password\":\"short\"}");
        assertThat(weak.json().path("errors").path(0).path("rule").asString()).isEqualTo("too-short");
        var unproven = owner.post(
                person + "/change-password",
                "{\"currentPassword\":\"guessed\",\"password\":\"another horse entirely\"}");
        assertThat(unproven.status()).isEqualTo(401);
        var changed = owner.post(
                person + "/change-password",
                "{\"currentPassword\":\"correct horse battery staple\",\"password\":\"another horse entirely\"}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        assertThat(owner.get("/api/people/me").status()).isEqualTo(401);
        assertThat(as("forgetful", "another horse entirely")
                        .get("/api/people/me")
                        .status())
                .isEqualTo(200);
        assertThat(demo("admin-1").post(person + "/close-account", "{}").status())
                .isEqualTo(200);
        assertThat(as("forgetful", "another horse entirely")
                        .get("/api/people/me")
                        .status())
                .isEqualTo(401);
    }

    /** An account without any grant: its address. */
    private static String newcomer(Client administrator, String account, String password) throws Exception {
        var made = administrator.post(
                "/api/people", "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return String.valueOf(made.headers().get("location"));
    }

    private static JsonNode grant(JsonNode person) {
        return person.path("grants").path(0);
    }

    private static String last(Stream<String> lines) {
        return lines.reduce("", (before, line) -> line.isBlank() ? before : line);
    }

    private static Client as(String account, String password) {
        return server.as(account, password);
    }

    private static Client demo(String account) throws Exception {
        try (var lines = Files.lines(directory.resolve("demo-accounts.txt"))) {
            return lines.map(line -> line.split(" ", -1))
                    .filter(words -> words[0].equals(account))
                    .map(words -> as(words[0], words[1]))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
