package casetrail.standalone.demo;

import casetrail.events.wire.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What the demo city of a directory was made from, kept so that one that was interrupted is gone on with as it was begun.
 *
 * @param until the moment at which its two weeks end
 * @param made whether all of it is there
 */
record DemoPlan(long seed, int stories, Instant until, boolean made) {

    static Optional<DemoPlan> in(Path dataDir) {
        try {
            var file = file(dataDir);
            return Files.exists(file)
                    ? Optional.of(EventJson.MAPPER.readValue(Files.readAllBytes(file), DemoPlan.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(Path dataDir) {
        try {
            var fresh = file(dataDir).resolveSibling("demo-city.json.part");
            Files.write(fresh, EventJson.MAPPER.writeValueAsBytes(this));
            Files.move(fresh, file(dataDir), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DemoPlan done() {
        return new DemoPlan(seed, stories, until, true);
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("demo-city.json");
    }
}
