package casetrail.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Counts every answer of a load by the phase in which it was asked for. Safe for many threads. */
final class ReadTally {

    /** How many failures are told in words. */
    private static final int TOLD_MAX = 10;

    private static final long HIGHEST_MICROS = 600_000_000;

    private final Map<Phase, ConcurrentHistogram> micros = new EnumMap<>(Phase.class);
    private final AtomicLong failed = new AtomicLong();
    private final List<String> failures = new ArrayList<>();
    private volatile Phase phase = Phase.WARM_UP;

    /** How often was read in a phase, and how long it took. */
    record Reads(long count, double p50Millis, double p99Millis) {}

    /** One question, with what its answer must hold. */
    interface Ask {
        /** What is wrong with the answer; empty if nothing is. */
        String wrong() throws IOException;
    }

    ReadTally() {
        for (var each : Phase.values()) {
            micros.put(each, new ConcurrentHistogram(HIGHEST_MICROS, 3));
        }
    }

    void enter(Phase next) {
        phase = next;
    }

    /** Asks and counts; no answer is a failed one. */
    void read(String what, Ask ask) {
        var begunIn = phase;
        long begin = System.nanoTime();
        String wrong;
        try {
            wrong = ask.wrong();
        } catch (IOException e) {
            wrong = e.toString();
        }
        long took = (System.nanoTime() - begin) / 1_000;
        Objects.requireNonNull(micros.get(begunIn)).recordValue(Math.min(HIGHEST_MICROS, took));
        if (!wrong.isEmpty()) {
            fail("%s, asked %s, after %d ms: %s".formatted(what, begunIn.words(), took / 1_000, wrong));
        }
    }

    private void fail(String told) {
        failed.incrementAndGet();
        synchronized (failures) {
            if (failures.size() < TOLD_MAX) {
                failures.add(told);
            }
        }
    }

    long failed() {
        return failed.get();
    }

    /** The first of them. */
    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    Reads reads(Phase of) {
        var histogram = Objects.requireNonNull(micros.get(of));
        return new Reads(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3);
    }
}
