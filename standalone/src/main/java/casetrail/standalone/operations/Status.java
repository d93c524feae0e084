package casetrail.standalone.operations;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How a deployment stands.
 *
 * @param version of the program
 * @param endOfLog the position that the next event will have
 * @param rows read by the newest imports, of all formats together, as are rejects and anomalies
 * @param lastRecordedAt when the log learned its last event; absent while it is empty
 */
public record Status(
        String version,
        String engine,
        String data,
        boolean demo,
        long endOfLog,
        long events,
        long cases,
        long rows,
        long rejects,
        SortedMap<String, Long> anomalies,
        List<ImportLine> imports,
        @Nullable Instant lastRecordedAt) {

    /** The newest import of one format, and what the log holds of it. */
    public record ImportLine(
            String format,
            String file,
            String state,
            Instant startedAt,
            long rows,
            long cases,
            long events,
            long rejects,
            SortedMap<String, Long> anomalies) {}
}
