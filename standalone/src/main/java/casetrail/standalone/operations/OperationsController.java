package casetrail.standalone.operations;

import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import casetrail.standalone.imports.ImportStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it stands, for the operator of this machine. */
@RestController
final class OperationsController {

    private final EventLog log;
    private final StoredEvents events;
    private final LogCounts counts;
    private final Environment settings;
    private final Path dataDir;

    OperationsController(EventLog log, StoredEvents events, Environment settings) {
        this.log = log;
        this.events = events;
        this.settings = settings;
        this.dataDir = Path.of(settings.getRequiredProperty("casetrail.data-dir"));
        this.counts = new LogCounts(log, dataDir);
    }

    @GetMapping("/api/operations/status")
    Status status() {
        var counted = counts.upToNow();
        long end = counted.position();
        var imports = ImportStatus.all(log, events, dataDir).stream()
                .map(OperationsController::line)
                .toList();
        return new Status(
                Build.version(),
                settings.getProperty("casetrail.standalone.engine", "PostgreSQL"),
                dataDir.toString(),
                settings.getProperty("casetrail.standalone.demo", Boolean.class, false),
                end,
                end,
                counted.cases(),
                imports.stream().mapToLong(Status.ImportLine::rows).sum(),
                imports.stream().mapToLong(Status.ImportLine::rejects).sum(),
                anomalies(imports),
                imports,
                end == 0 ? null : log.read(end - 1, 1).getFirst().recordedAt());
    }

    private static Status.ImportLine line(ImportStatus status) {
        var run = status.newest();
        var totals = status.totals();
        return new Status.ImportLine(
                run.format(),
                run.file(),
                run.state().name(),
                run.startedAt(),
                run.rows(),
                totals.cases(),
                totals.events(),
                run.rejects(),
                totals.anomalies());
    }

    private static SortedMap<String, Long> anomalies(List<Status.ImportLine> imports) {
        var all = new TreeMap<String, Long>();
        imports.forEach(each -> each.anomalies().forEach((name, count) -> all.merge(name, count, Long::sum)));
        return all;
    }
}
