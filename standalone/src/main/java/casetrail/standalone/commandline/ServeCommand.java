package casetrail.standalone.commandline;

import casetrail.standalone.serving.ServeOrder;
import casetrail.standalone.serving.Server;
import casetrail.standalone.serving.Stop;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "Serve until stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int PORT_MAX = 65_535;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private Place place = new Place();

    @Option(names = "--demo", description = "Make a demo city in a new directory, with accounts to try it.")
    private boolean demo;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to answer; 0 takes a free one (default: 8080).",
            defaultValue = "${env:CASETRAIL_PORT:-8080}")
    private int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "A",
            description = "The address to answer on (default: 127.0.0.1, this machine only).")
    private String bind = "127.0.0.1";

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > PORT_MAX) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--port %d is not between 0 and %d; choose another, or 0 for a free one".formatted(port, PORT_MAX));
        }
        var out = spec.commandLine().getOut();
        var ended = new CountDownLatch(1);
        var stop = new Stop();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.now();
                            ended.countDown();
                        },
                        "casetrail-stop"));
        try {
            var server = Server.start(new ServeOrder(place.data(), bind, port, place.external(), demo), stop);
            server.announcement().forEach(out::println);
            out.flush();
        } catch (RuntimeException e) {
            if (!stop.asked()) {
                throw e;
            }
            // Whoever stopped it needs no reason why it did not start.
        }
        ended.await();
        return 0;
    }
}
