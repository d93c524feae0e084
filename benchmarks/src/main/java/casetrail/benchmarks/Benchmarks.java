package casetrail.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All benchmarks, each beside its baseline, with one command; ends by itself. */
@Command(
        name = "benchmarks/run",
        description = "Measure Casetrail beside plain JDBC and write DIR/report.md.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A new directory; nothing is written elsewhere.")
    private Path directory = Path.of("");

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "How long each figure of a round is measured (default: ${DEFAULT-VALUE}; a whole run takes about"
                            + " 80 times that, and two minutes).")
    private double seconds = 4;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--clients",
            paramLabel = "N,N",
            split = ",",
            description = "Numbers of clients (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of(1, 8, 32, 128);

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "Boston's service requests, CSV, also gzipped (default: rows made up in the same layout).")
    private @Nullable Path importFile;

    @Option(
            names = "--import-rows",
            paramLabel = "N",
            description = "Rows that each round imports (default: ${DEFAULT-VALUE}).")
    private int importRows = 3_000;

    @Option(
            names = "--views",
            paramLabel = "N",
            description =
                    "Measure views over N cases instead of all that, also a rebuild under load, which fails if a read does"
                            + " (default: not).")
    private long views;

    @Option(
            names = "--mongodb",
            paramLabel = "URI",
            description = "With --views: build them on this MongoDB, too, in a database of their own (default: not).")
    private @Nullable String mongodb;

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (Files.exists(directory)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "%s is there already; give a new directory".formatted(directory));
        }
        Files.createDirectories(directory);
        var plan = new Plan(
                directory,
                clients,
                rounds,
                Duration.ofMillis((long) (seconds * 1e3)),
                200_000,
                Optional.ofNullable(importFile),
                importRows,
                5_000);
        var report = new Report(spec.commandLine().getOut(), directory.resolve("report.md"));
        if (views > 0) {
            new ViewSuite(plan, views, Optional.ofNullable(mongodb), report).run();
        } else {
            new Suite(plan, report).run();
        }
        return 0;
    }
}
