package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesIT {

    @TempDir
    Path directory;

    @Test
    void a_case_made_on_one_side_is_read_on_the_other_and_a_token_is_good_on_both() throws Exception {
        try (var sides = TwoSides.start(directory.resolve("data"))) {
            var people = new People(Client.basic(sides.command().url(), "admin", sides.administrator()));
            var collector = people.hire("collector-1", "GRID_MEMBER");
            var auditor = people.hire("auditor-1", "AUDITOR");
            oneCase(sides.command().url(), sides.query().url(), collector, auditor);
            var nginx = Gateway.program();
            if (nginx.isEmpty()) {
                System.out.println("TwoProcessesIT: not run behind the gateway, because nginx is not installed");
                return;
            }
            var folder = Files.createDirectories(directory.resolve("gateway"));
            try (var gateway = Gateway.start(nginx.get(), folder, sides)) {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> Client.anybody(gateway.url())
                                        .get("/actuator/health")
                                        .status()
                                == 200);
                oneCase(gateway.url(), gateway.url(), collector, auditor);
            }
        }
    }

    private static void oneCase(URI writing, URI reading, String collector, String auditor) throws Exception {
        var writer = loggedIn(writing, "collector-1", collector);
        var reader = loggedIn(writing, "auditor-1", auditor);
        var feed = follow(reading, reader);

        var made = Load.register(Client.bearer(writing, writer), "two-" + writing.getPort() + "-sides", "[]");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asString();
        assertThat(feed.apply(id)).contains("case.report-registered");
        var read = Client.bearer(reading, reader).get("/api/cases/" + id);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().get("etag")).isEqualTo(made.headers().get("etag"));
        assertThat(Client.bearer(reading, reader)
                        .get("/api/cases/" + id + "/timeline")
                        .status())
                .isEqualTo(200);
    }

    private static String loggedIn(URI url, String account, String password) throws Exception {
        var answer = Client.anybody(url)
                .post("/api/login", "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("token").asString();
    }

    /** Opens the feed at its end; what is answered waits for the line that names something. */
    private static Line follow(URI url, String token) throws Exception {
        var end = Client.bearer(url, token)
                .get("/api/log/end")
                .json()
                .path("next")
                .asLong();
        var request = HttpRequest.newBuilder(url.resolve("/api/log?follow=true&from=" + end))
                .header("Authorization", "Bearer " + token)
                .build();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var body = http.send(request, BodyHandlers.ofInputStream());
        assertThat(body.statusCode()).isEqualTo(200);
        return wanted -> CompletableFuture.supplyAsync(() -> {
                    try (var lines = new BufferedReader(new InputStreamReader(body.body(), StandardCharsets.UTF_8))) {
                        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                            if (line.contains(wanted)) {
                                return line;
                            }
                        }
                        return "the feed ended";
                    } catch (java.io.IOException e) {
                        return "the feed broke: " + e.getMessage();
                    }
                })
                .get(60, TimeUnit.SECONDS);
    }

    /** A line of a feed that names something. */
    @FunctionalInterface
    private interface Line {
        String apply(String wanted) throws Exception;
    }
}
