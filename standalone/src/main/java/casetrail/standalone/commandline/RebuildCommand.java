package casetrail.standalone.commandline;

import casetrail.standalone.directory.CannotStart;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Builds new versions of views beside those that are read, compares them, and cuts over if that is wanted. */
@Command(
        name = "rebuild",
        description = "Build a view anew beside the one that is read, and compare both.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(500);

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", arity = "0..1", paramLabel = "VIEW", description = "Which view (default: all of them).")
    private @Nullable String view;

    @Option(names = "--cut-over", description = "Read the new version from then on, if it holds the same.")
    private boolean cutOver;

    @Option(
            names = "--accept-differences",
            paramLabel = "REASON",
            description = "Cut over although it differs, for this reason (a code such as FOLD_CHANGED).")
    private @Nullable String accepted;

    @Override
    public Integer call() throws InterruptedException {
        var line = spec.commandLine();
        if (accepted != null && !cutOver) {
            throw new CommandLine.ParameterException(line, "--accept-differences is for --cut-over");
        }
        try (var reached = Reached.toRead(place, line.getErr())) {
            boolean all = true;
            for (var name : names(reached.client())) {
                all &= rebuild(reached.client(), name, line.getOut());
            }
            return all ? 0 : CasetrailCommand.FAILED;
        }
    }

    private List<String> names(OperationsClient client) throws InterruptedException {
        if (view != null) {
            awaitRead(client, view);
            return List.of(view);
        }
        var names = new ArrayList<String>();
        for (var known : client.get("/api/views").path("views")) {
            names.add(known.path("view").asString());
        }
        for (var name : names) {
            awaitRead(client, name);
        }
        return names;
    }

    /** A server that was just started may still build its first version. */
    private static void awaitRead(OperationsClient client, String name) throws InterruptedException {
        while (client.get("/api/views/" + name).path("active").isNull()) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private boolean rebuild(OperationsClient client, String name, PrintWriter out) throws InterruptedException {
        int number = client.post("/api/views/%s/rebuild".formatted(name), Map.of())
                .path("event")
                .path("version")
                .asInt();
        say(out, "%s/%d is ordered".formatted(name, number));
        var built = built(client, name, number, out);
        var report = built.path("report");
        ViewLines.report(report).forEach(told -> say(out, name + ": " + told));
        boolean same = report.path("notSame").asLong() == 0;
        if (!cutOver) {
            int beside = built.path("number").asInt();
            say(
                    out,
                    "%s/%d stands beside; to read it: ./casetrail view cut-over %s %d"
                            .formatted(name, beside, name, beside));
            return same;
        }
        if (!same && accepted == null) {
            say(out, "%s: not cut over, because the documents differ; see --accept-differences".formatted(name));
            return false;
        }
        var body = new HashMap<String, Object>(
                Map.of("version", built.path("number").asInt()));
        if (!same && accepted != null) {
            body.put("acceptDifferences", true);
            body.put("reason", accepted);
        }
        client.post("/api/views/%s/cut-over".formatted(name), body);
        say(
                out,
                "%s/%d is read from now on".formatted(name, built.path("number").asInt()));
        return true;
    }

    /** A building that is cut off is begun anew under a higher number. */
    private static JsonNode built(OperationsClient client, String name, int number, PrintWriter out)
            throws InterruptedException {
        var said = "";
        while (true) {
            for (var version : client.get("/api/views/" + name).path("versions")) {
                if (version.path("number").asInt() < number) {
                    continue;
                }
                if (version.path("report").isObject()) {
                    return version;
                }
                if (version.path("stoppedBy").isString()) {
                    throw new CannotStart("%s/%d stopped: %s"
                            .formatted(
                                    name,
                                    version.path("number").asInt(),
                                    version.path("stoppedBy").asString()));
                }
                var now = version.path("building").isObject()
                        ? ViewLines.progress(version.path("building"))
                        : version.path("phase").asString().equals("FOLLOWING") ? "being compared" : "";
                if (!now.isEmpty() && !now.equals(said)) {
                    say(out, "%s/%d: %s".formatted(name, version.path("number").asInt(), now));
                    said = now;
                }
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
    }

    private static void say(PrintWriter out, String text) {
        out.println(text);
        out.flush();
    }
}
