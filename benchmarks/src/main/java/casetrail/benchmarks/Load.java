package casetrail.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** Clients that each do one thing after the other for a while, all at once, and how long each thing took. */
final class Load {

    private static final long HIGHEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;

    /** What one client does, over and over; it may keep its own state. */
    interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** Makes the client of a number. */
    interface Clients {
        Client client(int number) throws Exception;
    }

    private Load() {}

    /**
     * Runs the clients, first unmeasured to warm up, then measured.
     *
     * @throws Exception the first failure of any client; then nothing was measured
     */
    static Figure run(String what, int clients, Plan plan, Meter meter, Clients make) throws Exception {
        var stop = new AtomicBoolean();
        var measuring = new AtomicBoolean();
        var failure = new AtomicReference<@org.jspecify.annotations.Nullable Exception>();
        var started = new CountDownLatch(clients);
        var total = new Histogram(HIGHEST_NANOS, DIGITS);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var client = make.client(i);
            threads.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> {
                var own = new Histogram(HIGHEST_NANOS, DIGITS);
                started.countDown();
                try (client) {
                    while (!stop.get()) {
                        boolean counts = measuring.get();
                        long begin = System.nanoTime();
                        client.once();
                        if (counts && measuring.get()) {
                            own.recordValue(Math.min(HIGHEST_NANOS, System.nanoTime() - begin));
                        }
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                    stop.set(true);
                }
                synchronized (total) {
                    total.add(own);
                }
            }));
        }
        started.await();
        pause(plan.warmUp(), stop);
        var before = meter.now();
        measuring.set(true);
        long begin = System.nanoTime();
        pause(plan.measured(), stop);
        measuring.set(false);
        long nanos = System.nanoTime() - begin;
        var spent = meter.now().since(before);
        stop.set(true);
        for (var thread : threads) {
            thread.join();
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return Figure.of(what, clients, total, nanos, spent);
    }

    private static void pause(Duration duration, AtomicBoolean stop) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (!stop.get() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }
}
