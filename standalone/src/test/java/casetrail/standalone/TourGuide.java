package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands of a page as its reader would, and compares what they answer. How a page is written:
 *
 * <ul>
 *   <li>Blocks fenced as {@code sh} are run in order in one bash, in a directory with {@code ./casetrail} in it; what one sets the next
 *       one has. The last command of a block has to succeed.
 *   <li>A block fenced as {@code console} is the answer to the {@code sh} block before it. In it {@code ...} stands for anything within
 *       a line, and alone on a line for any number of lines. Blocks of other kinds are not looked at.
 *   <li>The page uses {@code $CASETRAIL_URL} (where the server answers) and {@code $CASETRAIL_DATA} (its data directory), and sets them
 *       for its reader on lines of their own, for instance {@code export CASETRAIL_URL=http://127.0.0.1:8080}. A line that sets a variable
 *       that the test gives is left out.
 *   <li>A demo server is running already: {@code ./casetrail serve --demo} keeps the reader's terminal.
 * </ul>
 */
final class TourGuide {

    private final Path directory;
    private final Serving server;

    /** @param directory of the page alone: its commands leave files there */
    TourGuide(Path directory, Serving server) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.server = server;
        writeLauncher();
    }

    void lead(String page, List<Tour> tour) throws IOException {
        var given = Map.of(
                "CASETRAIL_URL", server.url().toString(),
                "CASETRAIL_DATA", server.directory().toString());
        try (var shell = new TourShell(directory, given)) {
            for (var block : tour) {
                var said = shell.run(block.commands());
                assertThat(said.status())
                        .as("%s, line %d: %s%nsaid: %s", page, block.line(), block.commands(), said.words())
                        .isZero();
                assertThat(block.fits(said.words()))
                        .as(
                                "%s, line %d: %s%nsaid: %s%nshown: %s",
                                page, block.line(), block.commands(), said.words(), block.expected())
                        .isTrue();
            }
        }
    }

    /** The same program as the launcher starts, without building it. */
    private void writeLauncher() throws IOException {
        Path launcher = Files.writeString(
                directory.resolve("casetrail"),
                "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' casetrail.standalone.Casetrail \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
