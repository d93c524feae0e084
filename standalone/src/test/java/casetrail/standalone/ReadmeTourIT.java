package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of README.md's tour, as its reader would, and compares what it answers.
 *
 * <p>How the page is written:
 *
 * <ul>
 *   <li>The tour is the section whose heading (two #) has the word "tour" in it.
 *   <li>Blocks fenced as {@code sh} are run in order in one bash, in a directory with {@code ./casetrail} in it; what one sets the next
 *       one has. The last command of a block has to succeed.
 *   <li>A block fenced as {@code console} is the answer to the {@code sh} block before it. In it {@code ...} stands for anything within
 *       a line, and alone on a line for any number of lines. Blocks of other kinds are not looked at.
 *   <li>The page uses {@code $CASETRAIL_URL} (where the server answers) and {@code $CASETRAIL_DATA} (its data directory), and sets them
 *       for its reader on lines of their own, for instance {@code export CASETRAIL_URL=http://127.0.0.1:8080}. A line that sets a variable
 *       that the test gives is left out.
 *   <li>A demo server is running already: {@code ./casetrail serve --demo} stands before the tour, as it keeps the reader's terminal.
 * </ul>
 */
class ReadmeTourIT {

    private static final Pattern HEADING = Pattern.compile("(?i)\\btour\\b");

    @TempDir
    Path directory;

    @Test
    void every_command_of_the_tour_answers_as_the_page_says() throws Exception {
        Path page = Checkout.root().resolve("README.md");
        var tour = Tour.of(Files.readAllLines(page), HEADING);
        assertThat(tour).as("commands in the tour of " + page).isNotEmpty();
        Path data = directory.resolve("data");
        writeLauncher();
        try (var server = Serving.start(data, "--demo");
                var shell = new TourShell(
                        directory,
                        Map.of("CASETRAIL_URL", server.url().toString(), "CASETRAIL_DATA", data.toString()))) {
            for (var block : tour) {
                var said = shell.run(block.commands());
                assertThat(said.status())
                        .as("README.md, line %d: %s%nsaid: %s".formatted(block.line(), block.commands(), said.words()))
                        .isZero();
                assertThat(block.fits(said.words()))
                        .as("README.md, line %d: %s%nsaid: %s%nshown: %s"
                                .formatted(block.line(), block.commands(), said.words(), block.expected()))
                        .isTrue();
            }
        }
    }

    /** The same program as the launcher starts, without building it. */
    private void writeLauncher() throws IOException {
        Path launcher = Files.writeString(
                directory.resolve("casetrail"),
                "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED -cp '%s' casetrail.standalone.Casetrail \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
