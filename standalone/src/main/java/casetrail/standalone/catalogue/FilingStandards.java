package casetrail.standalone.catalogue;

import casetrail.events.cases.Classification;
import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A city's filing standards as a document: every subclass with its rows, in the order of the table.
 *
 * @param name by which filings refer to it
 * @param version of the document; a changed table is a new version
 */
public record FilingStandards(String name, String version, List<Subclass> subclasses) {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    public FilingStandards {
        subclasses = List.copyOf(subclasses);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s is no name of a catalogue (1 to 60 letters, digits, '.', '_', '-')".formatted(name));
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "%s is no version of a catalogue (1 to 40 letters, digits, '.', '_', '-')".formatted(version));
        }
    }

    public Optional<Subclass> find(Classification classification) {
        return subclasses.stream()
                .filter(s -> s.classification().equals(classification))
                .findFirst();
    }

    /** How many rows all subclasses have together. */
    public long rowCount() {
        return subclasses.stream().mapToLong(s -> s.rows().size()).sum();
    }

    /** Writes it as JSON under the data directory; the file is whole or the old one. */
    public Path keep(Path dataDir) {
        try {
            var folder = Files.createDirectories(dataDir.resolve("catalogues"));
            var fresh = folder.resolve(name + ".json.part");
            Files.write(fresh, EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            return Files.move(
                    fresh,
                    folder.resolve(name + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #keep} wrote last under a name. */
    public static Optional<FilingStandards> kept(Path dataDir, String name) {
        var file = dataDir.resolve("catalogues").resolve(name + ".json");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** The document that {@link #keep} wrote. */
    public static FilingStandards read(Path file) {
        try {
            return EventJson.MAPPER.readValue(Files.readAllBytes(file), FilingStandards.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
