package casetrail.ledger;

import casetrail.events.StreamId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes batches from the queue, in order, with at most one append per stream: whether a second one fits depends on what becomes
 * of the first, so it waits for the next batch. Used by the lane's thread only.
 */
final class BatchGathering {

    private final BlockingQueue<PendingAppend> queue;
    private final LaneBounds bounds;
    private final ArrayDeque<PendingAppend> deferred = new ArrayDeque<>();

    BatchGathering(BlockingQueue<PendingAppend> queue, LaneBounds bounds) {
        this.queue = queue;
        this.bounds = bounds;
    }

    boolean hasDeferred() {
        return !deferred.isEmpty();
    }

    /** What is waiting, oldest first; empty if nothing came in the given time. */
    List<PendingAppend> next(long millis) throws InterruptedException {
        var batch = new Growing();
        var setAside = new ArrayDeque<PendingAppend>();
        while (!deferred.isEmpty() && batch.hasRoom()) {
            batch.addOr(setAside, deferred.removeFirst());
        }
        var next = batch.isEmpty() ? queue.poll(millis, TimeUnit.MILLISECONDS) : queue.poll();
        // What is set aside is bounded as the queue is, or a flood on one stream would pile up here.
        while (next != null) {
            batch.addOr(setAside, next);
            next = batch.hasRoom() && setAside.size() < bounds.queueMax() ? queue.poll() : null;
        }
        setAside.addAll(deferred);
        deferred.clear();
        deferred.addAll(setAside);
        return batch.appends;
    }

    private final class Growing {

        final List<PendingAppend> appends = new ArrayList<>();
        private final HashSet<StreamId> streams = new HashSet<>();
        private int events;
        private long bytes;

        boolean isEmpty() {
            return appends.isEmpty();
        }

        boolean hasRoom() {
            return events < bounds.batchEventsMax() && bytes < bounds.batchBytesMax();
        }

        void addOr(ArrayDeque<PendingAppend> setAside, PendingAppend pending) {
            if (!streams.add(pending.append.stream())) {
                setAside.add(pending);
                return;
            }
            appends.add(pending);
            events += pending.append.events().size();
            bytes += pending.append.bytes();
        }
    }
}
