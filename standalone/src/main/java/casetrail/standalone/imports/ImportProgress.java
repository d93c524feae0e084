package casetrail.standalone.imports;

import java.time.Duration;
import java.util.Optional;

/**
 * How far an import is.
 *
 * @param rows read so far
 * @param cases that this run made
 * @param continued that an earlier run had left unfinished and this one took further
 * @param repeats rows that were there already, wholly
 * @param events that this run's commands brought about
 * @param rejects rows that did not come in
 * @param bytesRead of the file as it lies on disk
 */
public record ImportProgress(
        long rows,
        long cases,
        long continued,
        long repeats,
        long events,
        long rejects,
        long bytesRead,
        long bytesTotal,
        Duration elapsed) {

    private static final double MILLIS = 1_000.0;

    public double rowsPerSecond() {
        return rows * MILLIS / Math.max(1, elapsed.toMillis());
    }

    public double eventsPerSecond() {
        return events * MILLIS / Math.max(1, elapsed.toMillis());
    }

    /** The time it will still take if it goes on as before; empty as long as nothing was read. */
    public Optional<Duration> remaining() {
        if (bytesRead == 0) {
            return Optional.empty();
        }
        double left = (double) Math.max(0, bytesTotal - bytesRead) / bytesRead;
        return Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * left)));
    }
}
