package casetrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Another process of ours: what it says is kept, and it never outlives the test. */
final class Spawned implements AutoCloseable {

    /** Generous, because many tests share few processors; whole files of a city take longer. */
    private static final long PATIENCE_SECONDS = Boolean.getBoolean("casetrail.full") ? 1_800 : 240;

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private Spawned(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Starts a class of the class path with the options of a small machine. */
    static Spawned java(Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(arguments);
        return new Spawned(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** The first line that fits, said before or yet to come. */
    String await(Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            boolean over = !process.isAlive();
            if (over) {
                listener.join();
            }
            var found = said.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (over) {
                break;
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("the process did not say it; it said:\n" + String.join("\n", said));
    }

    /** Returns as soon as the file is there. */
    void await(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline || process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(file + " did not come; it said:\n" + String.join("\n", said));
            }
        }
    }

    List<String> said() {
        return List.copyOf(said);
    }

    long pid() {
        return process.pid();
    }

    /** Its exit status once it has ended by itself. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end; it said:\n" + String.join("\n", said));
        }
        listener.join();
        return process.exitValue();
    }

    /** As an operator stops it. */
    int terminate() throws InterruptedException {
        process.destroy();
        return end();
    }

    /** As nobody should. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("(its voice broke: " + e.getMessage() + ")");
        }
    }
}
