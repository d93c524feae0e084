package casetrail.standalone.operations;

import casetrail.edge.identity.Asker;
import casetrail.standalone.catalogue.FilingStandards;
import casetrail.standalone.catalogue.StandardsImport;
import casetrail.standalone.catalogue.StandardsReading;
import casetrail.standalone.catalogue.StandardsUnreadable;
import casetrail.standalone.directory.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads a table of filing standards of this machine for its operator, and keeps it as a catalogue in the data directory. */
@RestController
final class StandardsController {

    private final Path dataDir;

    StandardsController(Environment settings) {
        this.dataDir = Path.of(settings.getRequiredProperty("casetrail.data-dir"));
    }

    @PostMapping("/api/operations/filing-standards")
    StandardsTold keep(Asker asker, @RequestParam Path file, @RequestParam String version) {
        ThisMachine.require(asker);
        try {
            return kept(StandardsImport.read(file, version));
        } catch (StandardsUnreadable e) {
            return StandardsTold.failed("%s: %s".formatted(file.getFileName(), e.getMessage()));
        } catch (IOException e) {
            return StandardsTold.failed("%s cannot be read: %s".formatted(file, DataDirectory.reason(e)));
        }
    }

    /** A filing names a catalogue by name and version, so that what stands behind them never changes. */
    private synchronized StandardsTold kept(StandardsReading reading) {
        var standards = reading.standards();
        var there = FilingStandards.kept(dataDir, standards.name());
        if (there.isPresent()
                && there.get().version().equals(standards.version())
                && !there.get().equals(standards)) {
            return StandardsTold.failed(
                    "%s is kept as version %s already and says something else; give this table a --version of its own"
                            .formatted(standards.name(), standards.version()));
        }
        var file = standards.keep(dataDir);
        return new StandardsTold(
                null,
                standards.name(),
                standards.version(),
                standards.subclasses().size(),
                standards.rowCount(),
                reading.faults(),
                reading.remarks(),
                file.toString());
    }
}
