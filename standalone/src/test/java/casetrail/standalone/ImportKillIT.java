package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.standalone.imports.SampleRows;
import casetrail.standalone.imports.SharedFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports as they are typed, killed in the middle and typed again: they end as one that nobody killed, on another directory. */
class ImportKillIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int SAMPLE_ROWS = FULL ? 20_000 : 3_000;
    private static final long SEED = 311;
    private static final int ROUNDS_ALONE = FULL ? 4 : 1;

    /** Of the events of a whole run; the server is killed when the log has so many. */
    private static final List<Double> MOMENTS = FULL ? List.of(0.01, 0.2, 0.5, 0.9) : List.of(0.05, 0.6);

    @TempDir
    static Path folder;

    private static Path file = Path.of("");
    private static Map<String, String> status = Map.of();
    private static ImportedLog whole = new ImportedLog(Map.of(), Map.of(), Map.of(), 0, 0);

    @BeforeAll
    static void a_run_that_nobody_kills() throws Exception {
        file = FULL ? SharedFiles.find(SharedFiles.BOSTON).orElseGet(ImportKillIT::sample) : sample();
        var typed = new Typed(folder.resolve("whole"));
        typed.said("import", "boston311", file.toString());
        status = typed.status();
        try (var server = Serving.start(typed.data())) {
            whole = ImportedLog.read(server.asOperator());
        }
        System.out.printf(
                "ImportKillIT: %s (casetrail.full=%s), seed %d: rows %s, cases %s, end of log %s%n",
                file.getFileName(), FULL, SEED, status.get("rows"), status.get("cases"), status.get("end of log"));
    }

    @Test
    void status_tells_rows_cases_events_end_of_log_rejects_and_anomalies() {
        long cases = whole.cases().size();
        assertThat(status)
                .containsEntry("rows", "%,d".formatted(cases))
                .containsEntry("cases", "%,d".formatted(cases))
                .containsEntry("events", "%,d".formatted(whole.end()))
                .containsEntry("end of log", "%,d".formatted(whole.end()))
                .containsEntry("rejects", "0");
        assertThat(status.get("anomalies")).contains("NO_COORDINATES ", "OPEN_OVERDUE ", "CLOSED_BEFORE_OPENED ");
        assertThat(status.get("import"))
                .startsWith("boston311 %s FINISHED: %,d rows, %,d cases, ".formatted(file.getFileName(), cases, cases));
    }

    @Test
    void killed_without_a_server_it_goes_on_and_ends_the_same() throws Exception {
        var typed = new Typed(folder.resolve("alone"));
        for (int round = 0; round < ROUNDS_ALONE; round++) {
            try (var run = typed.start("import", "boston311", file.toString())) {
                // It says how far it is every few seconds: there is work behind it and before it.
                run.await(line -> line.contains(" rows/s"));
                run.kill();
            }
        }
        var cut = typed.status();
        System.out.println("ImportKillIT: killed alone: " + cut.get("import"));
        assertThat(cut.get("import")).contains(" CUT_OFF: ");

        var again = typed.said("import", "boston311", file.toString());

        assertThat(again).contains("finished").noneMatch(line -> line.contains("Exception"));
        endsTheSame(typed);
    }

    @Test
    void killed_with_the_server_that_carries_it_it_goes_on_and_ends_the_same() throws Exception {
        var typed = new Typed(folder.resolve("carried"));
        for (double moment : MOMENTS) {
            try (var server = Serving.start(typed.data());
                    var run = typed.start("import", "boston311", file.toString())) {
                var operator = server.asOperator();
                await().atMost(Duration.ofMinutes(10)).until(() -> endOfLog(operator) >= whole.end() * moment);
                server.kill();
                assertThat(run.end()).isEqualTo(1);
                assertThat(run.said().getLast()).startsWith("casetrail: the server at http://127.0.0.1:");
            }
        }
        try (var server = Serving.start(typed.data())) {
            assertThat(typed.said("import", "boston311", file.toString())).contains("finished");
            assertThat(server.process().said()).noneMatch(line -> line.contains("Exception"));
        }
        endsTheSame(typed);
    }

    @Test
    void a_killed_command_stops_the_import_that_it_had_the_server_carry() throws Exception {
        var typed = new Typed(folder.resolve("left"));
        try (var server = Serving.start(typed.data())) {
            var operator = server.asOperator();
            try (var run = typed.start("import", "boston311", file.toString())) {
                run.await(line -> line.contains(" rows/s"));
                run.kill();
            }
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> !operator.get("/api/operations/status")
                            .json()
                            .path("imports")
                            .path(0)
                            .path("state")
                            .asString()
                            .equals("RUNNING"));
            assertThat(typed.said("import", "boston311", file.toString())).contains("finished");
        }
        endsTheSame(typed);
    }

    private static void endsTheSame(Typed typed) throws Exception {
        try (var server = Serving.start(typed.data())) {
            check(typed, server);
            // A run after that adds nothing.
            typed.said("import", "boston311", file.toString());
            check(typed, server);
        }
    }

    private static void check(Typed typed, Serving server) throws Exception {
        var told = typed.status();
        var log = ImportedLog.read(server.asOperator());
        for (String same : List.of("rows", "cases", "rejects", "anomalies", "import")) {
            assertThat(told).as(same).containsEntry(same, status.getOrDefault(same, "?"));
        }
        assertThat(log.cases()).isEqualTo(whole.cases());
        assertThat(log.introduced().keySet().stream().filter(a -> a.person().startsWith("person-import-")))
                .containsExactlyInAnyOrderElementsOf(whole.introduced().keySet().stream()
                        .filter(a -> a.person().startsWith("person-import-"))
                        .toList());
        // Every start takes a block of case numbers of its own; what the killed process had left of its last one stays
        // unused.
        assertThat(log.endWithoutNumberBlocks()).isEqualTo(whole.endWithoutNumberBlocks());
        assertThat(told)
                .containsEntry("events", "%,d".formatted(log.end()))
                .containsEntry("end of log", "%,d".formatted(log.end()));
    }

    private static long endOfLog(Client operator) throws Exception {
        var status = operator.get("/api/operations/status");
        assertThat(status.status()).as(status.body()).isEqualTo(200);
        return status.json().path("endOfLog").asLong();
    }

    private static Path sample() {
        return SampleRows.bostonFile(folder.resolve("sample.csv.gz"), SAMPLE_ROWS, SEED);
    }
}
