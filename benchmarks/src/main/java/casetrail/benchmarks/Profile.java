package casetrail.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Where a process spent its processor time and where its threads waited, by the JVM's own recorder. */
final class Profile {

    private static final String NAME = "casetrail-benchmark";
    private static final Set<String> WAITS =
            Set.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.FileForce", "jdk.JavaMonitorEnter", "jdk.ThreadPark");
    private static final int ROWS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Double> layers = new TreeMap<>();
    private final Map<String, Double> frames = new TreeMap<>();
    private final Map<String, Double> waits = new TreeMap<>();
    private double seconds;
    private double samples;
    private double loads;
    private double ownLoad;
    private double machineLoad;

    private Profile() {}

    /** What is done meanwhile. */
    interface Work {
        void run() throws Exception;
    }

    static Profile of(long process, Path file, Work work) throws Exception {
        var start = new ArrayList<>(List.of("JFR.start", "name=" + NAME, "settings=profile"));
        start.add("jdk.ExecutionSample#period=10ms");
        WAITS.forEach(wait -> start.add(wait + "#threshold=50us"));
        Jcmd.run(process, start.toArray(String[]::new));
        long begin = System.nanoTime();
        work.run();
        var profile = new Profile();
        profile.seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        Jcmd.run(process, "JFR.stop", "name=" + NAME, "filename=" + file.toAbsolutePath());
        profile.read(file);
        return profile;
    }

    private void read(Path file) throws IOException {
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                var type = event.getEventType().getName();
                if (type.equals("jdk.ExecutionSample")) {
                    sample(event);
                } else if (type.equals("jdk.CPULoad")) {
                    loads++;
                    ownLoad += event.getFloat("jvmUser") + event.getFloat("jvmSystem");
                    machineLoad += event.getFloat("machineTotal");
                } else if (WAITS.contains(type)) {
                    waited(type.substring("jdk.".length()), event);
                }
            }
        }
    }

    private void sample(RecordedEvent event) {
        samples++;
        var frame = frame(event, type -> !isOfPlatform(type));
        layers.merge(frame == null ? "the JDK alone" : layer(type(frame)), 1.0, Double::sum);
        frames.merge(frame == null ? "the JDK alone" : name(frame), 1.0, Double::sum);
    }

    /** Threads that wait for work have none of our frames; the others are counted where our code waits. */
    private void waited(String kind, RecordedEvent event) {
        var frame = frame(event, type -> type.startsWith("casetrail."));
        if (frame != null) {
            waits.merge(kind + " at " + name(frame), seconds(event.getDuration()), Double::sum);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }

    /** The innermost frame that fits. */
    private static @Nullable RecordedFrame frame(RecordedEvent event, Predicate<String> wanted) {
        var trace = event.getStackTrace();
        return trace == null
                ? null
                : trace.getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .filter(frame -> wanted.test(type(frame)))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isOfPlatform(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("com.sun.");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String name(RecordedFrame frame) {
        var type = type(frame);
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethod().getName();
    }

    /** The first two words of the package, of our own three. */
    private static String layer(String type) {
        var words = type.split("\\.", -1);
        int count = Math.min(words.length - 1, type.startsWith("casetrail.command.") ? 3 : 2);
        return String.join(".", List.of(words).subList(0, count));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (loads > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Processor time: this process %.0f %%, whole machine %.0f %% (the rest is PostgreSQL and, over HTTP, the clients).%n",
                    100 * ownLoad / loads,
                    100 * machineLoad / loads));
        }
        lines.add("| processor time by code (innermost frame outside of the JDK) | share |\n|---|---|");
        top(layers).forEach(e -> lines.add(share(e)));
        lines.add("\n| top frames | share |\n|---|---|");
        top(frames).forEach(e -> lines.add(share(e)));
        lines.add("\n| our code waits at | threads, on average |\n|---|---|");
        top(waits)
                .forEach(e ->
                        lines.add(String.format(Locale.ROOT, "| %s | %.2f |", e.getKey(), e.getValue() / seconds)));
        return lines;
    }

    private String share(Map.Entry<String, Double> entry) {
        return String.format(Locale.ROOT, "| %s | %.1f %% |", entry.getKey(), 100 * entry.getValue() / samples);
    }

    private static List<Map.Entry<String, Double>> top(Map<String, Double> counted) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(ROWS)
                .toList();
    }
}
