package casetrail.standalone.imports;

import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What imports have brought in so far: totals as the log has them, and the newest run of each format. */
public record ImportStatus(RequestFormat format, ImportTotals totals, ImportRun newest) {

    /** The formats that were ever imported into this directory. */
    public static List<ImportStatus> all(EventLog log, StoredEvents events, Path dataDir) {
        return Arrays.stream(RequestFormat.values())
                .flatMap(format -> ImportRun.newest(format, dataDir).stream()
                        .map(run ->
                                new ImportStatus(format, new ImportTally(format, log, events, dataDir).totals(), run)))
                .toList();
    }
}
