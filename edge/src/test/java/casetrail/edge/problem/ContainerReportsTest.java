package casetrail.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The container of the server, and nothing of ours behind it. */
class ContainerReportsTest {

    @Test
    void what_the_container_refuses_is_a_problem_and_no_page(@TempDir Path folder) throws Exception {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setBaseDirectory(folder.toFile());
        var writer = new ProblemWriter(
                new Problems(new Wording(), code -> {}), JsonMapper.builder().build());
        new ProblemConfiguration().containerReports(writer).customize(factory);
        var server = factory.getWebServer();
        server.start();
        try (var client = HttpClient.newHttpClient()) {
            var base = URI.create("http://127.0.0.1:" + server.getPort());
            for (var request : new HttpRequest.Builder[] {
                HttpRequest.newBuilder(base.resolve("/api/cases/a%2Fb")),
                HttpRequest.newBuilder(base.resolve("/api/cases")).header("X-Huge", "x".repeat(20_000))
            }) {
                var answer = client.send(request.build(), BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 431);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body()).startsWith("{\"type\":\"/problems/");
            }
        } finally {
            server.stop();
        }
    }
}
