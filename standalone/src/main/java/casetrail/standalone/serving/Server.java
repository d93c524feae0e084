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
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Both sides, answering. When {@link #start} returns it is ready; {@link #close} stops answering, then the database, and gives the
 * directory free last. A process that dies without closing loses nothing that was acknowledged.
 */
public final class Server implements AutoCloseable {

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
        var directory = DataDirectory.hold(order.data());
        try {
            // A killed predecessor could not: nobody shall be sent to it.
            LocalAddress.withdraw(directory.path());
            DemoMark.check(order, directory.path());
            var database = Database.open(directory, order.external());
            try {
                return started(order, directory, database);
            } catch (RuntimeException | Error e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            directory.close();
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
        var context = new SpringApplicationBuilder(StandaloneConfiguration.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .properties(settings(order, directory, database, demo))
                .run();
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
        settings.put("casetrail.jdbc.serving-password", OwnerOnly.secret(directory.resolve("serving.password")));
        settings.put("casetrail.standalone.demo", demo);
        settings.put("casetrail.standalone.engine", database.engine());
        settings.put("logging.file.name", logFile(directory));
        // The console is for whoever started it; the rest is in the file.
        settings.put("logging.threshold.console", "ERROR");
        settings.put("logging.level.org.springframework.boot.diagnostics", "OFF");
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
