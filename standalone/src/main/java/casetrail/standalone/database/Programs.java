package casetrail.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.standalone.directory.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs under the account that may run them, with an environment that nothing outside can sway.
 *
 * @param directory holds {@code bin}
 */
record Programs(Path directory, PostgresAccount account) {

    /** What a program did: its exit status and all it said. */
    record Ran(int status, String words) {}

    String version() {
        Ran ran = run(Duration.ofSeconds(20), "postgres", "--version");
        if (ran.status() != 0) {
            throw new CannotStart("PostgreSQL's programs do not run here: " + ran.words());
        }
        return ran.words();
    }

    /** @param patience after which the program is killed, and that is a failure */
    Ran run(Duration patience, String program, String... arguments) {
        var command = new ArrayList<String>();
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(account.wrap(command)).redirectErrorStream(true);
        builder.directory(directory.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            // A program that says nothing for so long is killed, which also ends the reading below.
            process.onExit()
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(late -> {
                        process.destroyForcibly();
                        return process;
                    });
            String words = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return new Ran(process.waitFor(), words);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's %s does not run here: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while PostgreSQL's %s ran".formatted(program), e);
        }
    }
}
