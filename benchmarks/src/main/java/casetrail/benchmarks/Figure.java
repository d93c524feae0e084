package casetrail.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
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

    /** Each number is the median by itself. */
    static Figure median(List<Figure> rounds) {
        var first = rounds.getFirst();
        return new Figure(
                first.what,
                first.clients,
                median(rounds, Figure::perSecond),
                median(rounds, Figure::p50Millis),
                median(rounds, Figure::p99Millis));
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> number) {
        var sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
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
