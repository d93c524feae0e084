package casetrail.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** On what it was measured. */
final class Machine {

    private static final int FORCED = 200;
    private static final int BLOCK = 8 << 10;
    private static final double GIBIBYTE = 1L << 30;

    private Machine() {}

    static List<String> facts(Stand stand, Plan plan) throws SQLException, IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                "- %d processors (%s), %.1f GiB of memory, %s %s, %s"
                        .formatted(
                                system.getAvailableProcessors(),
                                processor(),
                                system.getTotalMemorySize() / GIBIBYTE,
                                system.getName(),
                                system.getVersion(),
                                system.getArch()),
                "- Java %s (%s), at most %.1f GiB of heap here, 2 GiB in the server's process"
                        .formatted(
                                Runtime.version(),
                                System.getProperty("java.vm.name"),
                                Runtime.getRuntime().maxMemory() / GIBIBYTE),
                "- %s, fsync %s, synchronous_commit %s, shared_buffers %s, on a %s file system"
                        .formatted(
                                stand.version(),
                                stand.setting("fsync"),
                                stand.setting("synchronous_commit"),
                                stand.setting("shared_buffers"),
                                Files.getFileStore(plan.directory()).type()),
                String.format(
                        Locale.ROOT,
                        "- bringing 8 KiB to disk takes %.2f ms there (median of %d)",
                        forcedMillis(plan.directory().resolve("forced")),
                        FORCED));
    }

    /** How long the disk takes over what every commit waits for: a write into a file that is there already. */
    private static double forcedMillis(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[FORCED * BLOCK]);
            file.getFD().sync();
            var nanos = new ArrayList<Long>();
            for (int i = 0; i < FORCED; i++) {
                file.seek((long) i * BLOCK);
                file.write(new byte[BLOCK]);
                long begin = System.nanoTime();
                file.getChannel().force(false);
                nanos.add(System.nanoTime() - begin);
            }
            return Figure.median(nanos, each -> each / 1e6);
        }
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("of unknown make");
        } catch (IOException e) {
            return "of unknown make";
        }
    }
}
