package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import casetrail.standalone.directory.DataDirectory;
import casetrail.standalone.directory.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in the data directory, running from {@link #start} until {@link #close}. Whatever a killed predecessor left is cleared
 * away first; if the server dies while we live it is started again on the same port, so that whoever holds its address need do nothing
 * but try again. All that it acknowledges is on disk. Any thread may call it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "casetrail";

    /** Between attempts to bring a dead server back; doubled up to the last one. */
    private static final Duration RETRY_FIRST = Duration.ofMillis(500);

    private static final Duration RETRY_LAST = Duration.ofSeconds(30);

    private final Postmaster postmaster;
    private final Leftovers leftovers;
    private final String version;
    private final String password;
    private final int port;
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition closed = turn.newCondition();
    private boolean closing;

    private EmbeddedDatabase(Postmaster postmaster, Leftovers leftovers, String version, String password, int port) {
        this.postmaster = postmaster;
        this.leftovers = leftovers;
        this.version = version;
        this.password = password;
        this.port = port;
    }

    /**
     * Starts it, and makes it first where there is none.
     *
     * @throws CannotStart in one line, if it cannot run there
     */
    public static EmbeddedDatabase start(DataDirectory directory) {
        Path home = directory.resolve("postgres");
        Path own = home.resolve("cluster");
        Path cluster = own.resolve("files");
        try {
            Files.createDirectories(own);
            PostgresAccount account = PostgresAccount.choose(directory.path(), home, own);
            var programs = new Programs(PostgresBinaries.unpacked(home), account);
            String version = programs.version();
            String password = OwnerOnly.secret(directory.resolve("postgres.password"));
            account.takeOver(own);
            var leftovers = new Leftovers(home, cluster, programs);
            leftovers.clear();
            Cluster.makeIfAbsent(cluster, programs, password);
            var postmaster = new Postmaster(cluster, own.resolve("server.log"), programs);
            int port = postmaster.startOnFreePort();
            var database = new EmbeddedDatabase(postmaster, leftovers, version, password, port);
            database.createDatabase();
            database.watch();
            return database;
        } catch (IOException e) {
            throw PostgresAccount.failed(home, e);
        }
    }

    public String jdbcUrl() {
        return url(DATABASE);
    }

    /** May do everything in this server; serving is done by a lesser role. */
    public String adminUser() {
        return Cluster.SUPERUSER;
    }

    public String adminPassword() {
        return password;
    }

    /** As the server names itself, for example {@code postgres (PostgreSQL) 18.6}. */
    public String version() {
        return version;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closing) {
                closing = true;
                closed.signalAll();
                postmaster.stop();
            }
        } finally {
            turn.unlock();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private void createDatabase() {
        var source = new PGSimpleDataSource();
        source.setUrl(url("postgres"));
        source.setUser(adminUser());
        source.setPassword(password);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (var creating = connection.createStatement()) {
                    creating.execute("create database " + DATABASE);
                }
            }
        } catch (SQLException e) {
            postmaster.stop();
            throw new CannotStart("the database cannot be made: " + e.getMessage(), e);
        }
    }

    private void watch() {
        var pid = Postmaster.notedPid(postmaster.cluster());
        var server = pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.<ProcessHandle>empty();
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            server.ifPresent(process -> process.onExit().join());
            revive();
        });
    }

    private void revive() {
        turn.lock();
        try {
            Duration pause = RETRY_FIRST;
            while (!closing) {
                LOG.warn("PostgreSQL has died; starting it again");
                try {
                    leftovers.clear();
                    postmaster.start(port);
                    watch();
                    LOG.info("PostgreSQL is back");
                    return;
                } catch (CannotStart | Postmaster.PortTaken e) {
                    LOG.error("PostgreSQL does not come back, trying again in {}: {}", pause, e.getMessage());
                    boolean told = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                    Duration doubled = told ? pause : pause.multipliedBy(2);
                    pause = doubled.compareTo(RETRY_LAST) < 0 ? doubled : RETRY_LAST;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            turn.unlock();
        }
    }
}
