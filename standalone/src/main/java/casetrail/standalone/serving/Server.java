package casetrail.standalone.serving;

import casetrail.edge.identity.LocalToken;
import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Both sides, answering. When {@link #start} returns it is ready; {@link #close} stops answering, then the database, and gives the
 * directory free last. A process that dies without closing loses nothing that was acknowledged.
 */
public final class Server implements AutoCloseable {

    static final String SERVING_PASSWORD = "serving.password";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final DataDirectory directory;
    private final Database database;
    private final ConfigurableApplicationContext context;
    private final LocalAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(
            DataDirectory directory, Database database, ConfigurableApplicationContext context, LocalAddress address) {
        this.directory = directory;
        this.database = database;
        this.context = context;
        this.address = address;
    }

    /**
     * Starts in order, and undoes what was begun if it cannot.
     *
     * @throws casetrail.standalone.directory.DirectoryInUse if another process serves the directory
     * @throws CannotStart for any other reason outside the program
     */
    public static Server start(ServeOrder order) {
        return start(order, new Stop());
    }

    /** The same, and whoever has the stop can end it from the first moment on. */
    public static Server start(ServeOrder order, Stop stop) {
        OrderCheck.check(order);
        try {
            var directory = stop.begin(() -> DataDirectory.hold(order.data()), DataDirectory::close);
            // A killed predecessor could not: nobody shall be sent to it.
            LocalAddress.withdraw(directory.path());
            DemoMark.check(order, directory.path());
            var database = stop.begin(() -> Database.open(directory, order.external()), Database::close);
            return stop.stands(started(order, directory, database));
        } catch (RuntimeException | Error e) {
            boolean unforeseen = !stop.asked() && StartFailures.known(e).isEmpty();
            stop.undo();
            if (unforeseen) {
                LOG.warn("the start failed", e);
            }
            throw e;
        }
    }

    /** Where it answers, as another process of this machine reaches it. */
    public LocalAddress address() {
        return address;
    }

    /** What whoever started it wants to know, line by line. */
    public List<String> announcement() {
        return Announcement.lines(directory.path(), address, firstPassword());
    }

    /** The line that tells a password which nobody will ever see again; only at a directory's first start. */
    public Optional<String> firstPassword() {
        return context.getBean(FirstSteps.class)
                .administrator()
                .map(made -> "The first administrator is '%s' with the password %s (told this once, kept nowhere)."
                        .formatted(made.account(), made.password()));
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            context.close();
        } finally {
            try {
                LocalAddress.withdraw(directory.path());
                database.close();
            } finally {
                directory.close();
            }
        }
    }

    private static Server started(ServeOrder order, DataDirectory directory, Database database) {
        if (order.demo()) {
            DemoMark.set(directory, database);
        }
        boolean demo = DemoMark.stands(directory.path());
        String token = LocalToken.create(directory.path(), new SecureRandom());
        boolean fresh = !Files.exists(directory.resolve(SERVING_PASSWORD));
        var settings = settings(order, directory, database, demo);
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(StandaloneConfiguration.class)
                    .bannerMode(Banner.Mode.OFF)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .properties(settings)
                    .run();
        } catch (RuntimeException | Error e) {
            if (fresh && order.external().isPresent()) {
                forget(directory, database);
            }
            throw e;
        }
        int port = portOf(context);
        var address = new LocalAddress(
                LocalAddress.reachable(order.bind(), port),
                ProcessHandle.current().pid(),
                token);
        try {
            address.publish(directory.path());
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
        return new Server(directory, database, context, address);
    }

    /** A database that could not be prepared has no log here, and the directory may be used for another. */
    private static void forget(DataDirectory directory, Database database) {
        try {
            if (!database.holdsLog()) {
                Files.deleteIfExists(directory.resolve(SERVING_PASSWORD));
            }
        } catch (CannotStart | IOException e) {
            LOG.warn("{} stays: nobody can say whether there is a log", SERVING_PASSWORD, e);
        }
    }

    private static int portOf(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("there is no web server");
        }
        return server.getPort();
    }

    private static Map<String, Object> settings(
            ServeOrder order, DataDirectory directory, Database database, boolean demo) {
        var settings = new TreeMap<String, Object>();
        settings.put("spring.application.name", "casetrail");
        settings.put("server.address", order.bind());
        settings.put("server.port", order.port());
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        settings.put("casetrail.data-dir", directory.path().toString());
        settings.put("casetrail.jdbc.url", database.jdbcUrl());
        settings.put("casetrail.jdbc.owner-user", database.ownerUser());
        settings.put("casetrail.jdbc.owner-password", database.ownerPassword());
        settings.put("casetrail.jdbc.serving-password", OwnerOnly.secret(directory.resolve(SERVING_PASSWORD)));
        settings.put("casetrail.standalone.demo", demo);
        settings.put("casetrail.standalone.engine", database.engine());
        settings.put("logging.file.name", logFile(directory));
        // The console is for whoever started it; the rest is in the file.
        settings.put("logging.threshold.console", "ERROR");
        settings.put("logging.level.org.springframework.boot.diagnostics", "OFF");
        // It would put the whole trace of a failed start on the console; we put it in the file.
        settings.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
        // It warns of every refused creation; refusals are answers, and stand in the log of access.
        settings.put("logging.level.org.axonframework.modelling.command.AbstractRepository", "ERROR");
        return settings;
    }

    private static String logFile(DataDirectory directory) {
        try {
            return Files.createDirectories(directory.resolve("log"))
                    .resolve("casetrail.log")
                    .toString();
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(directory.path(), DataDirectory.reason(e)), e);
        }
    }
}
