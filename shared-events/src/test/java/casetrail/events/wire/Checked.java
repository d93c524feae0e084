package casetrail.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is made by code and checked in. With {@code -Dcasetrail.generate=true} it is written, otherwise it has to be there and to
 * be the same.
 */
final class Checked {

    private static final boolean GENERATE = Boolean.getBoolean("casetrail.generate");

    private Checked() {}

    /** The file of the module, from its own folder. */
    static Path module(String path) {
        return Path.of(path);
    }

    static void isCheckedIn(Path file, String content) throws IOException {
        if (GENERATE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("made by code and checked in; run with -Dcasetrail.generate=true")
                .exists();
        assertThat(Files.readString(file)).as(file.toString()).isEqualTo(content);
    }

    /** Writes a file that must never change once it is there. */
    static void isKeptForEver(Path file, String content) throws IOException {
        if (GENERATE && !Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("a golden is missing; run once with -Dcasetrail.generate=true")
                .exists();
    }
}
