package casetrail.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a JVM of this machine about itself, with the JDK's own tool. */
final class Jcmd {

    private Jcmd() {}

    static String run(long process, String... order) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(order));
        var jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = jcmd.getInputStream()) {
            var said = new String(out.readAllBytes(), UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IOException("jcmd %s: %s".formatted(String.join(" ", order), said));
            }
            return said;
        }
    }
}
