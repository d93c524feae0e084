package casetrail.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As root and as an ordinary user, each on a machine where the tests run as root; elsewhere all the other tests are the second half. */
class PlainUserIT {

    @TempDir
    Path temporary;

    @Test
    void an_ordinary_user_starts_it_as_well_as_root() throws Exception {
        if (new UnixSystem().getUid() != 0) {
            System.out.println("PlainUserIT: run as an ordinary user already, root is not tried");
            return;
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        String classPath = readableByAll(temporary.resolve("jars"));
        Path directory = ownedByNobody(temporary.resolve("data"));
        var holding = Holding.start(
                directory, List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"), classPath);
        try (var connection = holding.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show fsync")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(Files.getOwner(directory.resolve("postgres/cluster/files"))
                            .getName())
                    .isEqualTo("nobody");
        } finally {
            holding.end();
        }
    }

    @Test
    void a_directory_that_cannot_be_written_says_so_in_one_line() throws Exception {
        Path file = Files.writeString(temporary.resolve("postgres"), "in the way");
        try (var held = DataDirectory.hold(temporary)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(held))
                    .isInstanceOf(CannotStart.class)
                    .message()
                    .contains(file.toRealPath().toString())
                    .doesNotContain("\n");
        }
    }

    /** The repository of jars may lie in a home that nobody else may enter. */
    private static String readableByAll(Path target) throws IOException {
        Files.createDirectories(target);
        var copied = new ArrayList<String>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path from = Path.of(entry);
            // Of other machines' binaries nothing is needed.
            if (!Files.exists(from) || entry.contains("darwin") || entry.contains("windows")) {
                continue;
            }
            Path to = target.resolve(copied.size() + "-" + from.getFileName());
            copy(from, to);
            copied.add(to.toString());
        }
        return String.join(File.pathSeparator, copied);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
                boolean folder = Files.isDirectory(path);
                Files.setPosixFilePermissions(
                        copy, PosixFilePermissions.fromString(folder ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static Path ownedByNobody(Path directory) throws IOException {
        Files.createDirectories(directory);
        var nobody = directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        return Files.setOwner(directory, nobody);
    }
}
