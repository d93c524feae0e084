package casetrail.benchmarks;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param perSecond how many were done in a second, over all clients
 */
record Figure(String what, int clients, double perSecond, double p50Millis, double p99Millis) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    static Figure of(String what, int clients, Histogram nanos, long durationNanos) {
        return new Figure(
                what,
                clients,
                nanos.getTotalCount() / (durationNanos / NANOS_PER_SECOND),
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }

    /** A row of a Markdown table; the last cell is how many times the baseline it is. */
    String row(Figure baseline) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %.2f |",
                what,
                clients,
                perSecond,
                p50Millis,
                p99Millis,
                perSecond / baseline.perSecond());
    }
}
