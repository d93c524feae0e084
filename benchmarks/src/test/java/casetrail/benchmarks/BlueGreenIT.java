package casetrail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view is rebuilt beside the one that is read, and cut over to, while people read and write over HTTP. */
class BlueGreenIT {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final long CASES = Long.getLong("casetrail.bluegreen.cases", FULL ? 20_000 : 1_000);
    private static final int IMPORTED_MAX = 3_000;
    private static final Duration PAUSE = Duration.ofSeconds(FULL ? 10 : 1);

    @TempDir
    Path directory;

    @Test
    void no_read_fails_and_no_case_is_lost() throws Exception {
        System.out.printf("BlueGreenIT: %d cases (casetrail.full=%s)%n", CASES, FULL);
        BlueGreen.Outcome outcome;
        try (var stand = Stand.in(directory.resolve("database"))) {
            outcome = BlueGreenSuite.over(stand, directory, CASES, (int) Math.min(IMPORTED_MAX, CASES / 10), PAUSE)
                    .run();
        }
        System.out.println("BlueGreenIT: " + outcome);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.failedReads()).isZero();
        assertThat(outcome.refused()).isZero();
        assertThat(outcome.lost()).isEmpty();
        assertThat(outcome.registered()).isPositive();
        assertThat(outcome.cases()).isGreaterThanOrEqualTo(CASES);
        assertThat(outcome.reads())
                .containsOnlyKeys(Phase.values())
                .allSatisfy((phase, reads) ->
                        assertThat(reads.count()).as("reads %s", phase.words()).isPositive());
    }
}
