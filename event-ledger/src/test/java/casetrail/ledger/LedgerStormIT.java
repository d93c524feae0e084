package casetrail.ledger;

import static casetrail.ledger.testing.TestEvents.append;
import static casetrail.ledger.testing.TestEvents.stream;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * 64 writers in two processes, with random delays, conflicts and appends given up, while readers in both follow the log: each sees
 * every position once, in order, and all see the same bytes. Small unless {@code casetrail.full} is set; {@code
 * casetrail.ledger.events} names another size.
 */
class LedgerStormIT {

    private static final int WRITERS = 64;
    private static final long SMALL = 50_000;
    private static final long FULL = 10_000_000;

    private static long size() {
        return Long.getLong("casetrail.ledger.events", Boolean.getBoolean("casetrail.full") ? FULL : SMALL);
    }

    @Test
    void readers_in_two_processes_see_every_position_once_in_order() throws Exception {
        long events = size();
        long seed = Long.getLong("casetrail.seed", 20_260_302L);
        Report.line("log storm: %d writers, at least %d events, seed %d".formatted(WRITERS, events, seed));
        try (var database = TestPostgres.database();
                var ledger = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
                var threads = Executors.newCachedThreadPool()) {
            var other = otherProcess(database, events, seed + 1);
            var reader = threads.submit(() -> LogWalk.untilFinished(ledger, 2));
            var storm = new Storm(ledger, "here", WRITERS / 2, events / 2, seed);
            var written = threads.submit(storm::run);
            long appendedHere = written.get();
            var told = StormProcess.Told.read(other);
            assertThat(other.waitFor()).isZero();

            long end = appendedHere + told.appended();
            var seenHere = reader.get();
            Report.line("here: %s".formatted(seenHere));
            Report.line("there: %s".formatted(told));
            assertThat(ledger.end()).isEqualTo(end).isGreaterThanOrEqualTo(events);
            assertThat(seenHere.events()).isEqualTo(end);
            assertThat(told.events()).isEqualTo(end);
            assertThat(told.digest()).isEqualTo(seenHere.digest());
            assertThat(ledger.laneFigures().conflicts())
                    .as("conflicts provoked")
                    .isPositive();
            Report.line("%s".formatted(ledger.laneFigures()));
        }
    }

    private static Process otherProcess(TestDatabase database, long events, long seed) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var serving = database.serving();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StormProcess.class.getName(),
                        serving.jdbcUrl(),
                        serving.user(),
                        serving.password(),
                        Integer.toString(WRITERS / 2),
                        Long.toString(events),
                        Long.toString(seed)))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    @Test
    void a_reader_in_another_process_is_woken_by_a_commit_here() throws Exception {
        try (var database = TestPostgres.database();
                var here = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
                var there = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
                var threads = Executors.newSingleThreadExecutor()) {
            long slowestMicros = 0;
            for (int i = 0; i < 50; i++) {
                long position = i;
                var woken = threads.submit(() -> {
                    assertThat(there.awaitBeyond(position, Duration.ofSeconds(20)))
                            .isTrue();
                    return System.nanoTime();
                });
                here.append(append(stream(i), 0, 1));
                long committed = System.nanoTime();
                slowestMicros = Math.max(slowestMicros, (woken.get() - committed) / 1_000);
            }
            // Told and not asserted: a busy machine is no failure.
            Report.line(
                    "woken through the database at most %d microseconds after the appender".formatted(slowestMicros));
        }
    }
}
