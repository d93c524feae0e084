package casetrail.command.merging.log;

import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.Cases;
import casetrail.command.merging.WhenCaseMergedThenLinkChild;
import casetrail.edge.state.Checkpoints;
import casetrail.edge.state.StateUnavailable;
import casetrail.events.cases.Guard;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.refusals.Refusal;
import casetrail.events.wire.StoredEvents;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log from a checkpoint and gives the orders that {@link WhenCaseMergedThenLinkChild} asks for, by one thread of its own.
 * May run in several processes at once: the orders' keys make each of them happen once. After a crash it begins at the checkpoint
 * again, and what was done already is recognised.
 *
 * <p>It skips nothing. An outage is waited out, within a bound for one order, and so is a parent that others change faster than it does. A
 * parent whose state takes no more links (it was archived meanwhile) stays as it is: the refusal is on record, and it goes on. An order
 * that is refused for another reason than that or having been carried out, or an event that cannot be read, stops it for good, and
 * {@link #stoppedBy} says so.
 */
public final class MergingReaction implements AutoCloseable {

    /** Under this name its checkpoint is kept. */
    public static final String NAME = "merging";

    static final int PAGE = 500;

    /** How many positions may be read again after a crash though nothing was asked for in them. */
    static final long CHECKPOINT_EVERY = 5_000;

    private static final Duration IDLE = Duration.ofSeconds(5);

    /** A merged case shows up at its parent at most so much later; in between the log's other traffic is left alone. */
    private static final Duration LINGER = Duration.ofMillis(50);

    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(10);

    /** With the back-off above, about an hour and a half of outage. */
    private static final int ATTEMPTS_MAX = 500;

    private static final Set<Guard> DONE_BEFORE = Set.of(Guard.CHILD_NOT_LINKED, Guard.CHILD_LINKED);
    private static final Logger LOG = LoggerFactory.getLogger(MergingReaction.class);

    private final EventLog log;
    private final StoredEvents stored;
    private final Cases cases;
    private final Checkpoints checkpoints;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread follower = new Thread(this::follow, "casetrail-reaction-" + NAME);
    private volatile @Nullable Throwable stoppedBy;
    private volatile long next;
    private long kept;

    public MergingReaction(
            EventLog log, StoredEvents stored, Cases cases, Checkpoints checkpoints, InstantSource clock) {
        this.log = log;
        this.stored = stored;
        this.cases = cases;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    public void start() {
        follower.setDaemon(true);
        follower.start();
    }

    /** The first position that it has not dealt with. */
    public long next() {
        return next;
    }

    /** What stopped it for good, if anything did. */
    public Optional<Throwable> stoppedBy() {
        return Optional.ofNullable(stoppedBy);
    }

    @Override
    public void close() {
        closing.countDown();
        follower.interrupt();
    }

    private void follow() {
        try {
            next = patiently(() -> checkpoints.next(NAME).orElse(0));
            kept = next;
            while (closing.getCount() > 0) {
                patiently(this::advance);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // the top of this thread
            if (closing.getCount() > 0) {
                stoppedBy = e;
                LOG.error("the reaction '{}' stopped at position {}; nothing after it is dealt with", NAME, next, e);
            }
        }
    }

    private long advance() throws InterruptedException {
        // The end is asked first: all that lies below it is there to be read.
        long end = log.end();
        if (next >= end) {
            log.awaitBeyond(next, IDLE);
            return next;
        }
        var page = log.readNamed(WhenCaseMergedThenLinkChild.NAMES, next, PAGE);
        for (var event : page) {
            var order = WhenCaseMergedThenLinkChild.order(
                    stored.open(event), clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (order.isPresent()) {
                carryOut(order.get());
            }
            next = event.position() + 1;
        }
        if (page.isEmpty()) {
            next = end;
        }
        if (!page.isEmpty() || next - kept >= CHECKPOINT_EVERY) {
            checkpoints.advance(NAME, next);
            kept = next;
        }
        pause(LINGER);
        return next;
    }

    private void carryOut(CaseOrder order) {
        CaseOutcome outcome;
        try {
            outcome = cases.obey(order).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogUnavailable outage) {
                throw outage;
            }
            throw e;
        }
        if (outcome instanceof CaseOutcome.Refused(var refusal) && !isDoneBefore(refusal)) {
            refused(order, refusal);
        }
    }

    private static void refused(CaseOrder order, Refusal refusal) {
        switch (refusal.code()) {
            case STALE_VERSION -> throw new Outrun("%s lost its races".formatted(order.command()));
            case ILLEGAL_TRANSITION -> LOG.warn("{} came too late: {}", order.command(), refusal);
            default -> throw new IllegalStateException("%s was refused: %s".formatted(order.command(), refusal));
        }
    }

    /** Others changed the case each time before it could be. */
    private static final class Outrun extends RuntimeException {
        Outrun(String message) {
            super(message);
        }
    }

    private static boolean isDoneBefore(Refusal refusal) {
        return refusal.guard() != null && DONE_BEFORE.contains(refusal.guard());
    }

    private interface Step {
        long go() throws InterruptedException;
    }

    private long patiently(Step step) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.go();
            } catch (LogUnavailable | StateUnavailable | Outrun e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                LOG.warn("the reaction '{}' waits at position {}: {}", NAME, next, e.getMessage());
                long millis = Math.min(BACK_OFF_MAX.toMillis(), 100L << Math.min(attempt, 10));
                pause(Duration.ofMillis(millis));
            }
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }
}
