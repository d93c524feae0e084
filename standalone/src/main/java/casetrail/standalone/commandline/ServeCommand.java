package casetrail.standalone.commandline;

import casetrail.standalone.serving.ServeOrder;
import casetrail.standalone.serving.Server;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "Serve until stopped.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

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
        var out = spec.commandLine().getOut();
        var ended = new CountDownLatch(1);
        var server = Server.start(new ServeOrder(place.data(), bind, port, place.external(), demo));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                        },
                        "casetrail-stop"));
        server.announcement().forEach(out::println);
        out.flush();
        ended.await();
        return 0;
    }
}
