package casetrail.ledger;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far this process knows the log to reach: never more than what is durable, and never going back. */
public final class LogEnd {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long known;

    /** The position after the last event this process knows of. */
    public long known() {
        return known;
    }

    /** Notes that the log reaches so far, and wakes who waits. Signalling all only moves them to the lock's queue; they wake one another, not the caller each of them. */
    public void advanceTo(long end) {
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

    /** Waits until more is known than up to a position, at most so long. */
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
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
