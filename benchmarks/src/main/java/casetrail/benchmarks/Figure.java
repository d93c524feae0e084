package casetrail.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What a load came to.
 *
 * @param perSecond how many were done in a second, over all clients
 * @param hereMicros processor time of this process for each of them, as then that of the server and of PostgreSQL
 */
record Figure(
        String what,
        int clients,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double hereMicros,
        double serverMicros,
        double databaseMicros) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    static Figure of(String what, int clients, Histogram nanos, long durationNanos, Meter.Spent spent) {
        return new Figure(
                what,
                clients,
                nanos.getTotalCount() / (durationNanos / NANOS_PER_SECOND),
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                each(spent.hereNanos(), nanos),
                each(spent.serverNanos(), nanos),
                each(spent.databaseNanos(), nanos));
    }

    /** Microseconds for each of those that were counted. */
    private static double each(long spentNanos, Histogram counted) {
        return spentNanos / NANOS_PER_MICRO / Math.max(1, counted.getTotalCount());
    }

    /** Each number is the median by itself. */
    static Figure median(List<Figure> rounds) {
        var first = rounds.getFirst();
        return new Figure(
                first.what,
                first.clients,
                median(rounds, Figure::perSecond),
                median(rounds, Figure::p50Millis),
                median(rounds, Figure::p99Millis),
                median(rounds, Figure::hereMicros),
                median(rounds, Figure::serverMicros),
                median(rounds, Figure::databaseMicros));
    }

    static <T> double median(List<T> rounds, ToDoubleFunction<T> number) {
        var sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A row of a Markdown table; also tells how many times the baseline it is, and its processor time. */
    String row(Figure baseline) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %.2f | %.2f | %.2f | %,.0f | %,.0f | %,.0f |",
                what,
                clients,
                perSecond,
                p50Millis,
                p99Millis,
                perSecond / baseline.perSecond(),
                hereMicros,
                serverMicros,
                databaseMicros);
    }
}
