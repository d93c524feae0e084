package casetrail.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far this process knows the log to reach: never more than what is durable, and never going back. */
final class LogEnd {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long known;

    long known() {
        return known;
    }

    /** Signalling all only moves them to the lock's queue; they wake one another, not the caller each of them. */
    void advanceTo(long end) {
        if (end <= known) {
            return;
        }
        lock.lock();
        try {
            if (end > known) {
                known = end;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        if (known > position) {
            return true;
        }
        var nanosLeft = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (known <= position) {
                if (nanosLeft <= 0) {
                    return false;
                }
                nanosLeft = moved.awaitNanos(nanosLeft);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
