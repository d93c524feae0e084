package casetrail.standalone.commandline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists the events that a view could not fold, and orders what is to be done about them. */
@Command(
        name = "parked",
        description = "The events that a view could not fold; fold them again, or leave them out.",
        mixinStandardHelpOptions = true)
final class ParkedCommand implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Parameters(index = "0", paramLabel = "VIEW", description = "Which view.")
    private String view = "";

    @Option(names = "--of", paramLabel = "N", description = "Which version (default: the one that is read).")
    private @Nullable Integer version;

    @Option(names = "--retry", paramLabel = "STREAM", description = "Fold the stream's first parked event again.")
    private @Nullable String retry;

    @Option(names = "--evict", paramLabel = "STREAM", description = "Leave the stream's first parked event out.")
    private @Nullable String evict;

    @Option(names = "--reason", paramLabel = "CODE", description = "Why it is left out.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        if (retry != null && evict != null) {
            throw new CommandLine.ParameterException(line, "--retry and --evict are not for the same stream at once");
        }
        if (evict != null && reason == null) {
            throw new CommandLine.ParameterException(line, "--evict needs a --reason");
        }
        try (var reached = Reached.toRead(place, line.getErr())) {
            var client = reached.client();
            int number = version != null
                    ? version
                    : client.get("/api/views/" + view).path("active").asInt();
            var path = "/api/views/%s/versions/%d/parked".formatted(view, number);
            if (retry != null || evict != null) {
                order(client, path, number);
            } else {
                client.get(path).forEach(parked -> line.getOut().println(told(parked)));
            }
            line.getOut().flush();
        }
        return 0;
    }

    private void order(OperationsClient client, String path, int number) {
        var stream = retry != null ? retry : evict;
        var first = client.get(path + "/" + stream).path(0);
        if (first.isMissingNode()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "%s is not parked".formatted(stream));
        }
        var body = new HashMap<String, Object>(Map.of(
                "version", number,
                "stream", String.valueOf(stream),
                "sequence", first.path("sequence").asLong()));
        if (reason != null) {
            body.put("reason", reason);
        }
        client.post("/api/views/%s/%s".formatted(view, retry != null ? "retry-parked" : "evict-parked"), body);
        spec.commandLine().getOut().println("ordered: " + told(first));
    }

    private static String told(JsonNode parked) {
        return "%s/%d at position %d: %s"
                .formatted(
                        parked.path("stream").asString(),
                        parked.path("sequence").asLong(),
                        parked.path("position").asLong(),
                        parked.path("error").isString() ? parked.path("error").asString() : "waits");
    }
}
