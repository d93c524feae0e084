package casetrail.standalone.commandline;

import casetrail.standalone.operations.Status;
import java.io.PrintWriter;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how the deployment stands. */
@Command(
        name = "status",
        description = "Rows, cases, events, end of log, rejects, anomalies.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() {
        var line = spec.commandLine();
        try (var reached = Reached.toRead(place, line.getErr())) {
            print(reached.client().status(), reached.own().isEmpty(), line.getOut());
            ViewLines.of(reached.client().get("/api/views")).forEach(view -> field(line.getOut(), "view", view));
            line.getOut().flush();
        }
        return 0;
    }

    private static void print(Status status, boolean running, PrintWriter out) {
        field(out, "version", status.version());
        field(out, "data", status.data() + (status.demo() ? " (demo)" : ""));
        field(out, "engine", status.engine());
        field(out, "server", running ? "running" : "not running");
        field(out, "rows", "%,d".formatted(status.rows()));
        field(out, "cases", "%,d".formatted(status.cases()));
        field(out, "events", "%,d".formatted(status.events()));
        field(out, "end of log", "%,d".formatted(status.endOfLog()));
        field(
                out,
                "last event",
                status.lastRecordedAt() == null
                        ? "none"
                        : status.lastRecordedAt().toString());
        field(out, "rejects", "%,d".formatted(status.rejects()));
        field(out, "anomalies", counted(status.anomalies()));
        for (var each : status.imports()) {
            field(
                    out,
                    "import",
                    "%s %s %s: %,d rows, %,d cases, %,d events, %,d rejects, anomalies: %s"
                            .formatted(
                                    each.format(),
                                    each.file(),
                                    each.state(),
                                    each.rows(),
                                    each.cases(),
                                    each.events(),
                                    each.rejects(),
                                    counted(each.anomalies())));
        }
        out.flush();
    }

    static String counted(SortedMap<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static void field(PrintWriter out, String name, String value) {
        out.println("%-12s%s".formatted(name, value));
    }
}
