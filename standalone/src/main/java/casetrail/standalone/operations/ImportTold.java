package casetrail.standalone.operations;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a running import tells: every few seconds how far it is, and at its end what it came to.
 *
 * @param rows read so far, of which so many made a case, went on with one that was cut off, were there already, or did not come in
 * @param remainingSeconds if it goes on as before; absent as long as that cannot be told
 * @param end absent on all lines but the last
 */
public record ImportTold(
        long rows,
        long cases,
        long continued,
        long repeats,
        long events,
        long rejects,
        double rowsPerSecond,
        double eventsPerSecond,
        @Nullable Long remainingSeconds,
        @Nullable End end) {

    /**
     * What it came to.
     *
     * @param state FINISHED, INTERRUPTED or FAILED
     * @param message why it failed
     * @param allCases what the log holds of this format, of all runs, as are events and anomalies
     * @param rejectsFile names every row that did not come in
     */
    public record End(
            String state,
            @Nullable String message,
            long allCases,
            long allEvents,
            SortedMap<String, Long> anomalies,
            @Nullable String rejectsFile) {}
}
