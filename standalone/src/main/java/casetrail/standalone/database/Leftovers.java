package casetrail.standalone.database;

import casetrail.standalone.directory.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed predecessor left: a PostgreSQL still running, or one half dead, or only its pid file. Called with the data directory
 * held, so whatever runs from the programs unpacked in it is ours and an orphan. A process is known by the path of its program and
 * never by its number, which the system may have given to somebody else since.
 */
record Leftovers(Path home, Path cluster, Programs programs) {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void clear() {
        var running = running();
        OptionalLong noted = Postmaster.notedPid(cluster);
        if (noted.isPresent() && running.stream().anyMatch(process -> process.pid() == noted.getAsLong())) {
            LOG.info("Stopping the PostgreSQL (process {}) that a killed casetrail left behind", noted.getAsLong());
            programs.run(PATIENCE.plusSeconds(5), "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-t", "30");
        }
        // Without its postmaster a backend ends by itself at its next look around; one that is busy gets no more than
        // this.
        awaitEnd(Duration.ofSeconds(3));
        for (ProcessHandle process : running()) {
            LOG.info("Killing the PostgreSQL process {} that a killed casetrail left behind", process.pid());
            process.destroyForcibly();
        }
        if (!awaitEnd(PATIENCE)) {
            throw new CannotStart("a PostgreSQL left behind under %s does not end (processes %s)"
                    .formatted(home, running().stream().map(ProcessHandle::pid).toList()));
        }
        try {
            // Nothing of ours runs, so the file is stale; PostgreSQL itself would believe it if its number lives on as
            // another.
            Files.deleteIfExists(cluster.resolve(Postmaster.PID_FILE));
        } catch (IOException e) {
            throw PostgresAccount.failed(home, e);
        }
    }

    private List<ProcessHandle> running() {
        String under = home + "/programs-";
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(path -> path.startsWith(under))
                        .isPresent())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private boolean awaitEnd(Duration atMost) {
        var ends = running().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return running().isEmpty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for processes to end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
