package casetrail.ledger;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One append waiting for its answer. The waiters of a batch wake one another in a tree: the lane wakes the first, each who wakes
 * wakes two more, so the lane is free for the next batch at once.
 */
final class PendingAppend {

    /** Only a guard against a lost wake-up: the answer is looked for at least this often. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    final Append append;
    final long enqueuedNanos;
    private final Thread waiter;
    private @Nullable Appended appended;
    private @Nullable RuntimeException failure;
    private PendingAppend @Nullable [] mates;
    private int place;
    private volatile boolean answered;

    PendingAppend(Append append, Thread waiter, long enqueuedNanos) {
        this.append = append;
        this.waiter = waiter;
        this.enqueuedNanos = enqueuedNanos;
    }

    void succeed(Appended answer) {
        appended = answer;
    }

    void fail(RuntimeException why) {
        failure = why;
    }

    boolean isDecided() {
        return appended != null || failure != null;
    }

    /** Lets all of them go; each must have been given success or failure before. */
    static void release(PendingAppend... all) {
        for (int i = 0; i < all.length; i++) {
            all[i].mates = all;
            all[i].place = i;
            all[i].answered = true;
        }
        if (all.length > 0) {
            LockSupport.unpark(all[0].waiter);
        }
    }

    /** Waits for the answer, also through interruption: what became of an append must be known to whoever asked for it. */
    Appended await() {
        boolean interrupted = false;
        while (!answered) {
            LockSupport.parkNanos(this, LOOK_NANOS);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        wakeTwoMore();
        if (failure != null) {
            throw failure;
        }
        if (appended == null) {
            throw new IllegalStateException("an append was released without an answer");
        }
        return appended;
    }

    private void wakeTwoMore() {
        if (mates == null) {
            return;
        }
        for (int child = 2 * place + 1; child <= 2 * place + 2 && child < mates.length; child++) {
            LockSupport.unpark(mates[child].waiter);
        }
    }
}
