package casetrail.ledger;

import casetrail.events.log.LogUnavailable;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Commits one batch and decides every append in it truthfully, also when the connection breaks underway: then nobody knows
 * whether the commit happened, so the log is asked by event id before anything is answered or sent again.
 */
final class BatchCommit {

    private static final long RETRY_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long RETRY_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

    private final LaneLink link;
    private final LaneBounds bounds;
    private final InstantSource clock;
    private final LaneCounts counts;
    private final LongConsumer onEnd;

    BatchCommit(LaneLink link, LaneBounds bounds, InstantSource clock, LaneCounts counts, LongConsumer onEnd) {
        this.link = link;
        this.bounds = bounds;
        this.clock = clock;
        this.counts = counts;
        this.onEnd = onEnd;
    }

    void connect() throws SQLException {
        link.connection();
    }

    void close() {
        link.close();
    }

    /** Gives each of them success or failure; does not let them go. */
    void commit(List<PendingAppend> batch) {
        long deadline = batch.stream().mapToLong(p -> p.enqueuedNanos).max().orElse(System.nanoTime())
                + bounds.outagePatience().toNanos();
        long pause = RETRY_NANOS_MIN;
        boolean unsure = false;
        var open = batch;
        while (!open.isEmpty()) {
            boolean sent = false;
            try {
                var connection = link.connection();
                if (unsure) {
                    open = withoutSettled(connection, open);
                    unsure = false;
                }
                sent = !open.isEmpty();
                if (sent) {
                    submit(connection, open);
                }
                return;
            } catch (SQLException e) {
                if (!link.isLostBy(e)) {
                    failWithoutTrace(open, e);
                    return;
                }
                unsure |= sent;
                if (System.nanoTime() - deadline > 0) {
                    giveUp(open, unsure, e);
                    return;
                }
                LockSupport.parkNanos(this, pause);
                pause = Math.min(2 * pause, RETRY_NANOS_MAX);
            }
        }
    }

    private void submit(LaneConnection connection, List<PendingAppend> batch) throws SQLException {
        long started = System.nanoTime();
        var answer = connection.append(
                Micros.of(clock.instant()), batch.stream().map(p -> p.append).toList());
        counts.commitNanos.add(System.nanoTime() - started);
        long position = answer.basePosition();
        for (int place = 0; place < batch.size(); place++) {
            var pending = batch.get(place);
            var append = pending.append;
            if (answer.misfits().contains(place + 1)) {
                counts.conflicts.increment();
                pending.fail(new SequenceConflict(append.stream(), append.firstSequence()));
                continue;
            }
            succeed(pending, Micros.appended(append, position, answer.stampedMicros()));
            position += append.events().size();
        }
        counts.batches.increment();
        onEnd.accept(position);
    }

    private List<PendingAppend> withoutSettled(LaneConnection connection, List<PendingAppend> asked)
            throws SQLException {
        var settled = connection.settled(asked.stream().map(p -> p.append).toList());
        var rest = new ArrayList<PendingAppend>();
        for (int place = 0; place < asked.size(); place++) {
            var appended = settled.get(place);
            if (appended == null) {
                rest.add(asked.get(place));
            } else {
                succeed(asked.get(place), appended);
                onEnd.accept(appended.lastPosition() + 1);
            }
        }
        return rest;
    }

    private void succeed(PendingAppend pending, Appended appended) {
        counts.appends.increment();
        counts.events.add(pending.append.events().size());
        pending.succeed(appended);
    }

    /** The database refused the statement and stands: nothing of it is in the log. */
    private void failWithoutTrace(List<PendingAppend> batch, SQLException e) {
        if (SqlFailures.isOneRowsFault(e) && batch.size() > 1) {
            batch.forEach(pending -> commit(List.of(pending)));
            return;
        }
        for (var pending : batch) {
            pending.fail(
                    SqlFailures.isDuplicate(e)
                            ? new DuplicateEventId(pending.append, e)
                            : SqlFailures.translate("appending", e));
        }
        counts.outages.add(batch.size());
    }

    private void giveUp(List<PendingAppend> batch, boolean unsure, SQLException e) {
        counts.outages.add(batch.size());
        for (var pending : batch) {
            pending.fail(
                    unsure
                            ? new OutcomeUnknown("the log was lost while appending: " + e.getMessage(), e)
                            : new LogUnavailable("the log cannot be reached: " + e.getMessage(), e));
        }
    }
}
