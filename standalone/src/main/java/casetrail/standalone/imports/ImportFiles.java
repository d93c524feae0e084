package casetrail.standalone.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where an import keeps what does not belong into the log. Nothing here holds words that are sealed in the log. */
final class ImportFiles {

    private ImportFiles() {}

    /** The folder of imports within the data directory, made if need be. */
    static Path in(Path dataDir) {
        try {
            return Files.createDirectories(dataDir.resolve("imports"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a whole new content in the place of the old one; whoever reads sees either. */
    static void write(Path file, byte[] content) {
        var fresh = beside(file);
        try {
            Files.write(fresh, content);
            replace(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    static void replace(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
