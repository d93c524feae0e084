package casetrail.views.rebuild;

import casetrail.views.Document;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Writes documents by a thread of its own, while the next ones are folded. A failure comes out at the next call. */
final class BulkWriter implements AutoCloseable {

    /** How many documents are written by one statement. */
    static final int DOCUMENTS_AT_ONCE = 5_000;

    /** How many such loads may wait. */
    private static final int WAITING_MAX = 2;

    /** How long a statement that is under way is waited for. */
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private record Load(List<Document> fresh, List<Document> again) {}

    private final ViewTable table;
    private final ArrayBlockingQueue<Load> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Object idle = new Object();
    private final Thread thread;
    private int underWay;
    private volatile boolean closed;

    BulkWriter(ViewTable table, String name) {
        this.table = table;
        this.thread = new Thread(this::work, "casetrail-bulk-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes documents to write; waits if the writing is behind. */
    void write(List<Document> fresh, List<Document> again) throws InterruptedException {
        for (int i = 0; i < fresh.size(); i += DOCUMENTS_AT_ONCE) {
            put(new Load(fresh.subList(i, Math.min(fresh.size(), i + DOCUMENTS_AT_ONCE)), List.of()));
        }
        for (int i = 0; i < again.size(); i += DOCUMENTS_AT_ONCE) {
            put(new Load(List.of(), again.subList(i, Math.min(again.size(), i + DOCUMENTS_AT_ONCE))));
        }
    }

    /** Waits until all of it is written. */
    void drain() throws InterruptedException {
        synchronized (idle) {
            while (underWay > 0 && failure.get() == null) {
                idle.wait();
            }
        }
        requireNoFailure();
    }

    /** Waits for what is being written at this moment, but not for ever. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(CLOSE_MAX.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Load load) throws InterruptedException {
        synchronized (idle) {
            underWay++;
        }
        while (!waiting.offer(load, 1, TimeUnit.SECONDS)) {
            requireNoFailure();
        }
        requireNoFailure();
    }

    private void requireNoFailure() {
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Throwable t -> throw new IllegalStateException("writing in bulk failed", t);
        }
    }

    private void work() {
        try {
            while (!closed) {
                var load = waiting.take();
                if (!load.fresh().isEmpty()) {
                    table.fill(load.fresh());
                }
                if (!load.again().isEmpty()) {
                    table.refill(load.again());
                }
                synchronized (idle) {
                    underWay--;
                    idle.notifyAll();
                }
            }
        } catch (InterruptedException e) {
            // Only close interrupts.
        } catch (RuntimeException | Error e) {
            failure.set(e);
            synchronized (idle) {
                idle.notifyAll();
            }
        }
    }
}
