package casetrail.standalone.commandline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Orders which version of a view is read, and which is taken away. */
@Command(
        name = "view",
        description = "Read another version of a view, go back to an earlier one, or drop one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ViewCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "cut-over",
            description = "Read a version from now on; it has to hold the same as the one that is read.",
            mixinStandardHelpOptions = true)
    int cutOver(
            @Mixin Place place,
            @Parameters(index = "0", paramLabel = "VIEW", description = "Which view.") String view,
            @Parameters(index = "1", paramLabel = "N", description = "Which version.") int version,
            @Option(
                            names = "--accept-differences",
                            paramLabel = "REASON",
                            description = "Although it differs, for this reason (a code such as FOLD_CHANGED).")
                    @Nullable
                    String accepted) {
        var body = new HashMap<String, Object>(Map.of("version", version));
        if (accepted != null) {
            body.put("acceptDifferences", true);
            body.put("reason", accepted);
        }
        return ordered(place, view, "cut-over", body, "%s/%d is read from now on".formatted(view, version));
    }

    @Command(name = "roll-back", description = "Read an earlier version again.", mixinStandardHelpOptions = true)
    int rollBack(
            @Mixin Place place,
            @Parameters(index = "0", paramLabel = "VIEW", description = "Which view.") String view,
            @Parameters(index = "1", paramLabel = "N", description = "Which version.") int version,
            @Option(names = "--reason", required = true, paramLabel = "CODE", description = "Why.") String reason) {
        var body = Map.of("version", version, "reason", reason);
        return ordered(place, view, "roll-back", body, "%s/%d is read again".formatted(view, version));
    }

    @Command(
            name = "drop-version",
            description = "Take a version away that is not read.",
            mixinStandardHelpOptions = true)
    int drop(
            @Mixin Place place,
            @Parameters(index = "0", paramLabel = "VIEW", description = "Which view.") String view,
            @Parameters(index = "1", paramLabel = "N", description = "Which version.") int version,
            @Option(names = "--reason", required = true, paramLabel = "CODE", description = "Why.") String reason) {
        var body = Map.of("version", version, "reason", reason);
        return ordered(place, view, "drop-version", body, "%s/%d is dropped".formatted(view, version));
    }

    private int ordered(Place place, String view, String command, Map<String, ?> body, String said) {
        try (var reached = Reached.toRead(place, spec.commandLine().getErr())) {
            reached.client().post("/api/views/%s/%s".formatted(view, command), body);
        }
        spec.commandLine().getOut().println(said);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
