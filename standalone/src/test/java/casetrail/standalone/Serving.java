package casetrail.standalone;

import casetrail.standalone.serving.LocalAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code casetrail serve} in a process of its own.
 *
 * @param administrator the password told at the first start
 */
record Serving(Spawned process, URI url, Path directory, Optional<String> administrator) implements AutoCloseable {

    private static final Pattern PASSWORD = Pattern.compile(".*'admin' with the password (\\S+) .*");

    static Serving start(Path directory, String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data", directory.toString()));
        arguments.addAll(List.of(more));
        var process = Spawned.java(Casetrail.class, arguments);
        var line = process.await(said -> said.startsWith("Casetrail answers at "));
        // Told with the address, in one piece.
        process.await(said -> said.startsWith("  data "));
        var url = URI.create(line.substring("Casetrail answers at ".length()));
        return new Serving(process, url, directory, password(process));
    }

    /** Somebody at this server. */
    Client as(String account, String password) {
        return Client.basic(url, account, password);
    }

    /** Who started it. */
    Client asOperator() {
        return Client.bearer(url, LocalAddress.of(directory).orElseThrow().token());
    }

    void kill() {
        process.kill();
    }

    int stop() throws InterruptedException {
        return process.terminate();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Optional<String> password(Spawned process) {
        return process.said().stream()
                .map(PASSWORD::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }
}
