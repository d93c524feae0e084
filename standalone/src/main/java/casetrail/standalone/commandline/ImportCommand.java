package casetrail.standalone.commandline;

import casetrail.standalone.directory.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file in, row by row through the real commands. Stopped at any moment, the next run goes on from there. */
@Command(
        name = "import",
        description =
                "Bring a file in: service requests, which may be stopped and run again, or a city's filing standards.")
final class ImportCommand implements Callable<Integer> {

    /** What a shell calls a program that was stopped by SIGINT. */
    private static final int STOPPED = 130;

    /** How long a stopped import may take to end the rows that it has begun. */
    private static final int STOP_SECONDS = 30;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    // Not the standard help options: --version is the table's here.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    @SuppressWarnings("UnusedVariable") // looked at by picocli
    private boolean help;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            completionCandidates = ImportFormats.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "CSV; of service requests also gzipped.")
    private Path file = Path.of("");

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Of service requests at most so many rows from the beginning of the file.")
    private @Nullable Long limit;

    @Option(
            names = "--version",
            paramLabel = "V",
            description = "Of filing standards the version that filings name (default: 1).")
    private @Nullable String version;

    @Override
    public Integer call() {
        checkTyped();
        if (!Files.isReadable(file)) {
            throw new CannotStart("%s cannot be read".formatted(file));
        }
        return format.equals(ImportFormats.FILING_STANDARDS) ? standards() : requests();
    }

    private void checkTyped() {
        boolean standards = format.equals(ImportFormats.FILING_STANDARDS);
        String wrong = !ImportFormats.has(format)
                ? "unknown format %s; known are %s".formatted(format, ImportFormats.told())
                : standards && limit != null
                        ? "--limit is for service requests only"
                        : limit != null && limit < 0
                                ? "--limit is a number of rows, from 0; not " + limit
                                : !standards && version != null ? "--version is for filing standards only" : null;
        if (wrong != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong);
        }
    }

    private int standards() {
        var line = spec.commandLine();
        try (var reached = Reached.open(place, line.getErr())) {
            StandardsScreen.show(
                    reached.client().standards(file, Objects.requireNonNullElse(version, "1")), line.getOut());
        }
        return 0;
    }

    private int requests() {
        var line = spec.commandLine();
        var screen = new ImportScreen(line.getOut());
        var ended = new CountDownLatch(1);
        try (var reached = Reached.open(place, line.getErr())) {
            var stop = new Thread(() -> stop(reached, ended), "casetrail-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            long most = limit == null ? Long.MAX_VALUE : limit;
            reached.client().run(format, file, most, screen::show);
        } finally {
            ended.countDown();
        }
        return switch (screen.end()) {
            case "FINISHED" -> 0;
            case "INTERRUPTED" -> STOPPED;
            default -> CasetrailCommand.FAILED;
        };
    }

    /** Also called when all has ended: then there is nothing to stop. */
    private void stop(Reached reached, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        reached.client().stop(format);
        try {
            ended.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
