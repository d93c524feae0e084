package casetrail.ledger;

import casetrail.events.log.LogUnavailable;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the log from this process: a single thread that commits what is waiting as one batch, so that one flush to
 * disk serves all who wait. Other processes may have lanes of their own on the same database; a row lock puts them in one order.
 *
 * <p>{@link #append} may be called by any thread and returns once the events are on disk. If the process dies, what was
 * acknowledged is in the log; what was not may be.
 */
final class AppendLane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendLane.class);
    private static final long IDLE_LOOK_MILLIS = 200;

    private final ArrayBlockingQueue<PendingAppend> queue;
    private final BatchGathering gathering;
    private final BatchCommit commit;
    private final LaneBounds bounds;
    private final LaneCounts counts = new LaneCounts();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Connects, checks the database and starts the thread.
     *
     * @param onEnd told the position after each committed batch, by the lane's thread
     * @throws UnsafeDatabase if the database would not keep what is acknowledged
     */
    AppendLane(ServingAccess access, LaneBounds bounds, InstantSource clock, LongConsumer onEnd) {
        this.bounds = bounds;
        this.queue = new ArrayBlockingQueue<>(bounds.queueMax());
        this.gathering = new BatchGathering(queue, bounds);
        this.commit = new BatchCommit(new LaneLink(access, bounds, counts), bounds, clock, counts, onEnd);
        try {
            commit.connect();
        } catch (SQLException e) {
            throw SqlFailures.translate("connecting the append lane", e);
        }
        this.thread = Thread.ofPlatform().name("casetrail-append-lane").start(this::run);
    }

    Appended append(Append append) {
        var pending = new PendingAppend(append, Thread.currentThread(), System.nanoTime());
        if (closing || !enqueue(pending)) {
            counts.outages.increment();
            throw new LogUnavailable(closing ? "the append lane is closed" : "the append lane is full");
        }
        if (!thread.isAlive() && queue.remove(pending)) {
            throw new LogUnavailable("the append lane is closed");
        }
        return pending.await();
    }

    LaneFigures figures() {
        return counts.figures(queue.size());
    }

    private boolean enqueue(PendingAppend pending) {
        if (queue.offer(pending)) {
            return true;
        }
        try {
            return queue.offer(pending, bounds.enqueuePatience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty() || gathering.hasDeferred()) {
            var batch = nextBatch();
            if (!batch.isEmpty()) {
                work(batch);
            }
        }
        commit.close();
    }

    private List<PendingAppend> nextBatch() {
        try {
            return gathering.next(IDLE_LOOK_MILLIS);
        } catch (InterruptedException e) {
            // Nobody is meant to interrupt the lane; only close() ends it, after all who wait have their answer.
            LOG.warn("the append lane was interrupted and goes on", e);
            return List.of();
        }
    }

    /** A thread's top: whatever goes wrong, everybody in the batch gets an answer and the lane lives on. */
    private void work(List<PendingAppend> batch) {
        try {
            commit.commit(batch);
        } catch (RuntimeException | Error e) {
            LOG.error("the append lane met a defect", e);
            var failure = new OutcomeUnknown("the append lane met a defect", e);
            batch.stream().filter(pending -> !pending.isDecided()).forEach(pending -> pending.fail(failure));
        } finally {
            PendingAppend.release(batch.toArray(PendingAppend[]::new));
        }
    }

    /** Takes no more appends, answers all who wait, and ends. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        var late = new ArrayList<PendingAppend>();
        queue.drainTo(late);
        late.forEach(pending -> pending.fail(new LogUnavailable("the append lane is closed")));
        PendingAppend.release(late.toArray(PendingAppend[]::new));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
