package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.standalone.Load.Acknowledged;
import casetrail.views.mongodb.ServerUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides with views and state in MongoDB: every acknowledged case is listed once, whatever is killed. */
class MongodbSidesIT {

    private static final String DATABASE = "casetrail_test_sides";
    private static final int CLIENTS = 2;
    private static final int ENOUGH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path directory;

    @Test
    void every_acknowledged_case_is_listed_once_also_after_a_kill_of_the_side_that_lists() throws Exception {
        try (var mongodb = ServerUnderTest.of("both sides", true)) {
            mongodb.client().getDatabase(DATABASE).drop();
            var data = directory.resolve("data");
            var settings =
                    new String[] {"--casetrail.view-store=mongodb", "--casetrail.mongodb.uri=" + mongodb.uri(DATABASE)};
            String auditor;
            List<Acknowledged> acknowledged;
            try (var sides = TwoSides.start(data, settings)) {
                var people = new People(Client.basic(sides.command().url(), "admin", sides.administrator()));
                var collector = people.hire("collector-1", "GRID_MEMBER");
                auditor = people.hire("auditor-1", "AUDITOR");
                var reading = Client.basic(sides.query().url(), "auditor-1", auditor);
                var writing = Client.basic(sides.command().url(), "collector-1", collector);
                try (var load = Load.start(writing, CLIENTS, "on-mongodb")) {
                    await().atMost(PATIENCE).until(() -> listed(reading).size() >= ENOUGH);
                    sides.query().process().kill();
                    int before = load.acknowledged().size();
                    await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= before + ENOUGH);
                    load.end();
                    assertThat(load.surprises()).isEmpty();
                    assertThat(load.unanswered()).isEmpty();
                    acknowledged = load.acknowledged();
                }
            }
            try (var sides = TwoSides.start(data, settings)) {
                var reading = Client.basic(sides.query().url(), "auditor-1", auditor);
                await().atMost(PATIENCE).until(() -> listed(reading).size() >= acknowledged.size());
                assertThat(listed(reading))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(acknowledged.stream()
                                .map(each -> each.caseId() + " at " + each.version())
                                .collect(Collectors.toSet()));
            }
        }
    }

    /** Page by page. */
    private static List<String> listed(Client reading) throws Exception {
        var listed = new ArrayList<String>();
        String next = "/api/cases?limit=50&sort=number";
        do {
            var page = reading.get(next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (var row : page.json().path("cases")) {
                listed.add(
                        row.path("id").asString() + " at " + row.path("version").asLong());
            }
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());
        return listed;
    }
}
