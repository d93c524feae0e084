package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Both sides with the log on Axon Server. Needs one in development mode, because it is emptied first:
 * {@code -Dcasetrail.test.axonserver=host:port}, and {@code casetrail.test.axonserver.http} unless its HTTP port is 8024.
 */
class AxonServerSidesIT {

    private static final String SERVER = System.getProperty("casetrail.test.axonserver", "");
    private static final String HTTP = System.getProperty("casetrail.test.axonserver.http", "127.0.0.1:8024");

    @TempDir
    Path directory;

    @BeforeAll
    static void needs_a_server() throws Exception {
        if (SERVER.isEmpty()) {
            LoggerFactory.getLogger("casetrail.report")
                    .info("not run: both sides on Axon Server (no -Dcasetrail.test.axonserver=host:port)");
        }
        assumeThat(SERVER)
                .as("NOT RUN: both sides on Axon Server; no -Dcasetrail.test.axonserver=host:port")
                .isNotEmpty();
        try (var http = HttpClient.newHttpClient()) {
            var purge = HttpRequest.newBuilder(URI.create("http://" + HTTP + "/v1/devmode/purge-events"))
                    .DELETE()
                    .build();
            assertThat(http.send(purge, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_case_made_on_one_side_is_read_on_the_other_also_after_a_kill() throws Exception {
        Path data = directory.resolve("data");
        var settings =
                new String[] {"--casetrail.event-store=axon-server", "--casetrail.axon-server.servers=" + SERVER};
        String collector;
        String auditor;
        String id;
        try (var sides = TwoSides.start(data, settings)) {
            var people = new People(Client.basic(sides.command().url(), "admin", sides.administrator()));
            collector = people.hire("collector-1", "GRID_MEMBER");
            auditor = people.hire("auditor-1", "AUDITOR");
            var writing = Client.basic(sides.command().url(), "collector-1", collector);
            var made = Load.register(writing, "on-axon-server", "[]");
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            id = made.json().path("id").asString();
            // Onto a case of two events, so that one append of several is tried too.
            assertThat(Load.register(writing, "on-axon-server-5", Load.evidence(writing))
                            .status())
                    .isEqualTo(201);
            var again = Load.register(writing, "on-axon-server", "[]");
            assertThat(again.body()).isEqualTo(made.body());
            sides.command().process().kill();
        }
        try (var sides = TwoSides.start(data, settings)) {
            var reading = Client.basic(sides.query().url(), "auditor-1", auditor);
            var timeline = reading.get("/api/cases/" + id + "/timeline");
            assertThat(timeline.status()).as(timeline.body()).isEqualTo(200);
            assertThat(timeline.json().path("entries").size()).isEqualTo(1);
            var log = reading.get("/api/log").lines();
            assertThat(log.stream()
                            .filter(line -> line.has("position"))
                            .map(line -> line.path("position").asLong()))
                    .isNotEmpty()
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(Load.register(
                                    Client.basic(sides.command().url(), "collector-1", collector),
                                    "on-axon-server",
                                    "[]")
                            .json()
                            .path("id")
                            .asString())
                    .isEqualTo(id);
        }
    }
}
