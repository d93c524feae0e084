package casetrail.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param directory all that is written lies below it
 * @param clients the numbers of clients that are tried, one after the other
 * @param rounds of which the median counts; in each the baseline and ours take turns
 * @param measured how long each figure of a round is measured, after a warm-up
 * @param readEvents at most so many events are read in one reading
 * @param importFile in the layout of Boston; made up if absent
 * @param importRows imported in each round
 * @param heapCases kept in memory to see how much one takes
 */
record Plan(
        Path directory,
        List<Integer> clients,
        int rounds,
        Duration measured,
        long readEvents,
        Optional<Path> importFile,
        int importRows,
        int heapCases) {

    /** Where a profile is taken and the aim is set. */
    static final int PROFILED_CLIENTS = 32;

    Plan {
        clients = List.copyOf(clients);
    }

    /** Once before everything: a server that has just started runs code that is not yet compiled. */
    Plan forWarmUp() {
        return new Plan(
                directory, clients, rounds, measured.multipliedBy(6), readEvents, importFile, importRows, heapCases);
    }

    Duration warmUp() {
        return measured.dividedBy(5);
    }
}
