package casetrail.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People at work while a view is rebuilt: some read, some register cases. Each waits for the answer and begins no more often than at its
 * pace, so that as much is asked for whatever else goes on.
 */
final class ReadWriteLoad implements AutoCloseable {

    static final int READERS = 8;
    static final int WRITERS = 2;
    static final Duration READERS_PACE = Duration.ofMillis(50);
    static final Duration WRITERS_PACE = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(ReadWriteLoad.class);

    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();

    private ReadWriteLoad() {}

    /** Starts all of them. */
    static ReadWriteLoad start(
            ServerProcess server, ServerProcess.Staff staff, ReadTally tally, Registered registered) {
        var load = new ReadWriteLoad();
        for (int i = 0; i < READERS; i++) {
            var line = new Line(server.url());
            load.thread(line, READERS_PACE, new ReadMixture(line, staff.supervisor(), i, tally, registered)::once);
        }
        for (int i = 0; i < WRITERS; i++) {
            var line = new Line(server.url());
            var name = "registrar-%d-%d".formatted(i, System.nanoTime());
            load.thread(line, WRITERS_PACE, new Registrar(line, staff, name, tally, registered, load.refused)::once);
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    private void thread(Line line, Duration pace, Runnable once) {
        threads.add(Thread.ofPlatform().daemon().name("load-" + threads.size()).unstarted(() -> {
            try (line) {
                while (!stop.get()) {
                    long begin = System.nanoTime();
                    once.run();
                    LockSupport.parkNanos(pace.toNanos() - (System.nanoTime() - begin));
                }
            } catch (IOException e) {
                LOG.debug("a connection was not closed", e);
            }
        }));
    }

    /** How many registrations were not acknowledged. */
    long refused() {
        return refused.get();
    }

    /** Whether somebody has stopped working, which is a fault of the load. */
    boolean isShort() {
        return threads.stream().anyMatch(t -> !t.isAlive());
    }

    /** Returns when everybody has had the last answer. */
    @Override
    public void close() {
        stop.set(true);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
