package casetrail.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.standalone.Casetrail;
import casetrail.standalone.serving.LocalAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code casetrail serve --demo} in a process of its own, as everybody starts it. It never outlives this process. */
final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final long END_SECONDS = 30;
    private static final String ANSWERS = "Casetrail answers at ";

    private final Process process;
    private final Path directory;
    private final LocalAddress address;

    /** The tokens of those who work on a case and of who oversees them, and the unit of the lead. */
    record Staff(String gridMember, String acceptor, String dispatcher, String lead, String unit, String supervisor) {}

    private ServerProcess(Process process, Path directory, LocalAddress address) {
        this.process = process;
        this.directory = directory;
        this.address = address;
    }

    /** Returns once it answers. */
    static ServerProcess start(Path directory, Stand stand) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms128m", "-Xmx2g", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Casetrail.class.getName()));
        command.addAll(List.of("serve", "--demo", "--port", "0", "--data", directory.toString()));
        command.addAll(List.of("--jdbc-url", stand.url(Stand.OVER), "--jdbc-user", stand.adminUser()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CASETRAIL_JDBC_PASSWORD", stand.adminPassword());
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "server-stop"));
        var said = new ArrayList<String>();
        try {
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith(ANSWERS)) {
                    Thread.ofPlatform().daemon().name("server-voice").start(() -> drain(lines));
                    return new ServerProcess(
                            process, directory, LocalAddress.of(directory).orElseThrow());
                }
            }
            throw new IOException("the server did not start: " + String.join("\n", said));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    URI url() {
        return address.url();
    }

    long pid() {
        return process.pid();
    }

    /** Of who operates this machine. */
    String token() {
        return address.token();
    }

    Staff staff() throws IOException {
        Map<String, String> passwords = Files.readAllLines(directory.resolve("demo-accounts.txt")).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
        var lead = passwords.keySet().stream()
                .filter(account -> account.startsWith("lead-"))
                .sorted()
                .findFirst()
                .orElseThrow();
        try (var connection = new HttpConnection(url())) {
            return new Staff(
                    login(connection, "grid-member-1", passwords),
                    login(connection, "acceptor-1", passwords),
                    login(connection, "dispatcher-1", passwords),
                    login(connection, lead, passwords),
                    lead.replaceAll("^lead-|-[0-9]+$", "").toUpperCase(Locale.ROOT),
                    login(connection, "supervisor-1", passwords));
        }
    }

    private static String login(HttpConnection connection, String account, Map<String, String> passwords)
            throws IOException {
        var answer = connection.post(
                "/api/login",
                "",
                Map.of(),
                "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, passwords.get(account)));
        if (answer.status() != 200) {
            throw new IOException("%s may not log in: %s".formatted(account, answer));
        }
        return casetrail.events.wire.EventJson.MAPPER
                .readTree(answer.body())
                .path("token")
                .asString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody may be kept waiting because nobody listens. */
    private static void drain(BufferedReader lines) {
        try (lines) {
            lines.lines().forEach(line -> {});
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.debug("the server says no more", e);
        }
    }
}
