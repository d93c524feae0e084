package casetrail.standalone.imports;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What a running import counts, from many threads. */
final class Counts {

    final LongAdder rows = new LongAdder();
    final LongAdder cases = new LongAdder();
    final LongAdder continued = new LongAdder();
    final LongAdder repeats = new LongAdder();
    final LongAdder events = new LongAdder();
    final LongAdder rejects = new LongAdder();

    ImportProgress progress(RowReader reader, Duration elapsed) {
        return new ImportProgress(
                rows.sum(),
                cases.sum(),
                continued.sum(),
                repeats.sum(),
                events.sum(),
                rejects.sum(),
                reader.bytesRead(),
                reader.bytesTotal(),
                elapsed);
    }
}
