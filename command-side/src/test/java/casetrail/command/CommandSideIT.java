package casetrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The side starts by itself on a database of its own, without the other side on its class path. */
class CommandSideIT {
    @TempDir
    Path data;

    @Test
    void it_starts_alone_and_says_that_it_is_well() throws IOException, InterruptedException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                var side = new SpringApplicationBuilder(CommandSide.class)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--casetrail.data-dir=" + data,
                                "--casetrail.jdbc.url=jdbc:postgresql://127.0.0.1:%d/postgres"
                                        .formatted(postgres.getPort()),
                                "--casetrail.jdbc.owner-user=postgres",
                                "--casetrail.jdbc.owner-password=postgres",
                                "--casetrail.jdbc.serving-password=only-for-this-test");
                var client = HttpClient.newHttpClient()) {
            var server = ((WebServerApplicationContext) side).getWebServer();
            assertThat(server).isNotNull();

            var health = client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:%d/actuator/health".formatted(server.getPort())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            assertThat(health.body()).contains("UP");
            for (var method : List.of("HEAD", "OPTIONS")) {
                assertThat(asked(client, server.getPort(), method, "/actuator/health")
                                .statusCode())
                        .as(method)
                        .isEqualTo(200);
            }
            assertThat(asked(client, server.getPort(), "GET", "/api/people/me")
                            .headers()
                            .allValues("WWW-Authenticate"))
                    .anyMatch(way -> way.startsWith("Basic"))
                    .anyMatch(way -> way.startsWith("Bearer"));
        }
    }

    private static HttpResponse<String> asked(HttpClient client, int port, String method, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
