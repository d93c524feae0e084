package casetrail.standalone.imports;

import java.nio.file.Path;

/**
 * What is to be imported.
 *
 * @param limit at most so many rows from the beginning of the file
 * @param rowsInFlight how many rows are worked on at once; their commands share the log's commits
 */
public record ImportOrder(RequestFormat format, Path file, long limit, int rowsInFlight) {

    /** Enough to fill a commit; more only waits longer. */
    public static final int ROWS_IN_FLIGHT = 64;

    private static final int ROWS_IN_FLIGHT_MAX = 1_024;

    public ImportOrder {
        if (limit < 0 || rowsInFlight < 1 || rowsInFlight > ROWS_IN_FLIGHT_MAX) {
            throw new IllegalArgumentException("limit %d is below 0, or %d rows in flight are not 1 to %d"
                    .formatted(limit, rowsInFlight, ROWS_IN_FLIGHT_MAX));
        }
    }

    public static ImportOrder whole(RequestFormat format, Path file) {
        return new ImportOrder(format, file, Long.MAX_VALUE, ROWS_IN_FLIGHT);
    }

    public ImportOrder limitedTo(long rows) {
        return new ImportOrder(format, file, rows, rowsInFlight);
    }
}
