package casetrail.standalone.commandline;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.imports.RequestFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a file in, row by row through the real commands. Stopped at any moment, the next run goes on from there. */
@Command(
        name = "import",
        description = "Bring a file of service requests in; may be stopped and run again.",
        mixinStandardHelpOptions = true)
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

    @Parameters(index = "0", paramLabel = "FORMAT", description = "boston311 or nyc311")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "CSV, also gzipped")
    private Path file = Path.of("");

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows from the beginning of the file.")
    private long limit = Long.MAX_VALUE;

    @Override
    public Integer call() {
        if (RequestFormat.named(format).isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "unknown format %s; known are boston311 and nyc311".formatted(format));
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("%s cannot be read".formatted(file));
        }
        var line = spec.commandLine();
        var screen = new ImportScreen(line.getOut());
        var ended = new CountDownLatch(1);
        try (var reached = Reached.open(place, line.getErr())) {
            var stop = new Thread(() -> stop(reached, ended), "casetrail-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            reached.client().run(format, file, limit, screen::show);
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
