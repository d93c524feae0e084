package casetrail.standalone.operations;

import casetrail.events.log.EventLog;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it stands, for the operator of this machine. */
@RestController
final class OperationsController {

    private final EventLog log;
    private final LogCounts counts;
    private final Environment settings;
    private final Path dataDir;

    OperationsController(EventLog log, Environment settings) {
        this.log = log;
        this.settings = settings;
        this.dataDir = Path.of(settings.getRequiredProperty("casetrail.data-dir"));
        this.counts = new LogCounts(log, dataDir);
    }

    @GetMapping("/api/operations/status")
    Status status() {
        var counted = counts.upToNow();
        long end = counted.position();
        var last = end == 0 ? null : log.read(end - 1, 1).getFirst().recordedAt();
        return new Status(
                Build.version(),
                settings.getProperty("casetrail.standalone.engine", "PostgreSQL"),
                dataDir.toString(),
                settings.getProperty("casetrail.standalone.demo", Boolean.class, false),
                end,
                end,
                counted.cases(),
                0,
                0,
                new TreeMap<>(),
                List.of(),
                last);
    }
}
