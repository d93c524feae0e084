package casetrail.standalone.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventJson;
import casetrail.standalone.imports.ImportOrder;
import casetrail.standalone.imports.ImportProgress;
import casetrail.standalone.imports.ImportReport;
import casetrail.standalone.imports.ImportStopped;
import casetrail.standalone.imports.Importer;
import casetrail.standalone.imports.RequestFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports a file of this machine for its operator, and tells how it goes, one JSON line every few seconds. It stops, resumably, when it
 * is told to, when whoever listens is gone, and when the server ends. Only for the local token: the file is named by its path.
 */
@RestController
final class ImportController {

    private final Importer importer;
    private final ConcurrentHashMap<RequestFormat, Thread> running = new ConcurrentHashMap<>();

    ImportController(Importer importer) {
        this.importer = importer;
    }

    @PostMapping("/api/operations/import")
    void run(
            Asker asker,
            @RequestParam String format,
            @RequestParam Path file,
            @RequestParam(defaultValue = "9223372036854775807") long limit,
            HttpServletResponse response)
            throws IOException {
        ThisMachine.require(asker);
        RequestFormat wanted = named(format);
        if (limit < 0) {
            throw new Violations()
                    .add("query:limit", FaultRule.OUT_OF_RANGE, Map.of("value", limit, "min", 0, "max", Long.MAX_VALUE))
                    .refusal();
        }
        response.setContentType("application/x-ndjson");
        var out = response.getOutputStream();
        if (running.putIfAbsent(wanted, Thread.currentThread()) != null) {
            tell(out, failed("an import of %s is running already".formatted(format)));
            return;
        }
        try {
            tell(out, end(carried(wanted, file, limit, out)));
        } catch (ImportStopped e) {
            tell(out, failed(e.getMessage()));
        } finally {
            running.remove(wanted);
            // Whoever told it to stop did so by interrupting; the thread goes back to the container without that.
            Thread.interrupted();
        }
    }

    @DeleteMapping("/api/operations/import")
    void stop(Asker asker, @RequestParam String format) {
        ThisMachine.require(asker);
        var thread = running.get(named(format));
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Before the web server waits for its requests to end. */
    @EventListener(ContextClosedEvent.class)
    void stopAll() {
        running.values().forEach(Thread::interrupt);
    }

    private ImportReport carried(RequestFormat format, Path file, long limit, OutputStream out) {
        return importer.run(ImportOrder.whole(format, file).limitedTo(limit), progress -> {
            try {
                tell(out, told(progress, null));
            } catch (IOException e) {
                // Nobody listens any more.
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void tell(OutputStream out, ImportTold told) throws IOException {
        out.write((EventJson.MAPPER.writeValueAsString(told) + "\n").getBytes(UTF_8));
        out.flush();
    }

    private static ImportTold end(ImportReport report) {
        var totals = report.totals();
        return told(
                report.run(),
                new ImportTold.End(
                        report.interrupted() ? "INTERRUPTED" : "FINISHED",
                        null,
                        totals.cases(),
                        totals.events(),
                        totals.anomalies(),
                        report.rejects().toString()));
    }

    private static ImportTold failed(@Nullable String why) {
        return told(
                new ImportProgress(0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO),
                new ImportTold.End("FAILED", why, 0, 0, new TreeMap<>(), null));
    }

    private static ImportTold told(ImportProgress progress, ImportTold.@Nullable End end) {
        return new ImportTold(
                progress.rows(),
                progress.cases(),
                progress.continued(),
                progress.repeats(),
                progress.events(),
                progress.rejects(),
                progress.rowsPerSecond(),
                progress.eventsPerSecond(),
                progress.remaining().map(Duration::toSeconds).orElse(null),
                end);
    }

    private static RequestFormat named(String format) {
        return RequestFormat.named(format).orElseThrow(() -> new RefusedException(RefusalCode.INVALID_REQUEST));
    }
}
