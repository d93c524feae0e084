package casetrail.standalone.commandline;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the log, one event a line. */
@Command(name = "log", description = "The log's events, one JSON line each.", mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Option(names = "--from", paramLabel = "N", description = "The first position (default: 0).")
    private long from;

    @Option(names = "--follow", description = "Stay and print what comes.")
    private boolean follow;

    @Override
    public Integer call() {
        var line = spec.commandLine();
        if (from < 0) {
            throw new CommandLine.ParameterException(line, "--from is a position, from 0; not " + from);
        }
        var out = line.getOut();
        try (var reached = Reached.toRead(place, line.getErr())) {
            Runtime.getRuntime().addShutdownHook(new Thread(reached::close, "casetrail-stop"));
            reached.client().log(from, follow, event -> {
                out.println(event);
                if (follow) {
                    out.flush();
                }
            });
            out.flush();
        }
        return 0;
    }
}
