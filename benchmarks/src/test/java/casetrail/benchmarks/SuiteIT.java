package casetrail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteIT {

    @TempDir
    Path directory;

    @Test
    void every_scenario_runs_and_comes_to_something() throws Exception {
        var plan = new Plan(directory, List.of(2), 1, Duration.ofMillis(200), 1_000, Optional.empty(), 20, 200);
        var said = new StringWriter();
        var file = directory.resolve("report.md");

        var figures = new Suite(plan, new Report(new PrintWriter(said), file)).run();

        assertThat(figures)
                .hasSize(4 + 6 + 2 + 2)
                .allSatisfy((what, figure) -> assertThat(figure).as(what).isPositive());
        assertThat(Files.readString(file)).contains("What limits it").isEqualToNormalizingNewlines(said.toString());
    }

    @Test
    void views_are_measured_too() throws Exception {
        assumeThat(Boolean.getBoolean("casetrail.full"))
                .as("NOT RUN: a minute of its own, at the size of -Pfull only")
                .isTrue();
        var plan = new Plan(directory, List.of(2), 1, Duration.ofMillis(200), 1_000, Optional.empty(), 20, 200);
        var report = new Report(new PrintWriter(new StringWriter()), directory.resolve("report.md"));

        var mongodb = new MongoServer(new MemoryBackend());
        try {
            var figures = new ViewSuite(plan, 600, Optional.of(mongodb.bindAndGetConnectionString()), report).run();

            assertThat(figures)
                    .hasSize(2 + 1 + 2 * 4 + 1 + 2 * 3 + 8 + 4)
                    .allSatisfy((what, figure) -> assertThat(figure).as(what).isPositive());
        } finally {
            mongodb.shutdownNow();
        }
    }
}
