package casetrail.standalone.imports;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the log holds of one format, counted in the log itself.
 *
 * @param position up to which, exclusive, the log was counted
 * @param anomalies how many cases carry each
 */
public record ImportTotals(long position, long cases, long events, SortedMap<String, Long> anomalies) {

    static final ImportTotals NONE = new ImportTotals(0, 0, 0, Collections.emptySortedMap());

    public ImportTotals {
        anomalies = Collections.unmodifiableSortedMap(new TreeMap<>(anomalies));
    }
}
