package casetrail.query.asking;

import casetrail.edge.problem.RefusedException;
import casetrail.edge.views.Views;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.views.ViewName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets a question wait until its view has counted in what the asker knows to have happened. Safe for many threads. */
public final class Freshness {

    /** The parameter with the position. */
    public static final String PARAMETER = "at-least-position";

    /** How long a question waits. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(5);

    /** How many questions wait at once; those that come then are refused if the view is not there yet. */
    static final int WAITING_MAX = 64;

    private final Views views;
    private final Semaphore waiting = new Semaphore(WAITING_MAX);

    public Freshness(Views views) {
        this.views = views;
    }

    /** What was asked apart from how fresh the answer has to be. */
    public static Map<String, List<String>> anyway(Parameters parameters) {
        var all = parameters.given();
        all.remove(PARAMETER);
        return all;
    }

    /** The position that is asked for, if one is. */
    public static @Nullable Long asked(Parameters parameters) {
        return parameters.number(PARAMETER, 0, Long.MAX_VALUE);
    }

    /**
     * Waits until the event at the position is counted in.
     *
     * @param position absent if any state of the view will do
     * @throws RefusedException if that takes longer than {@link #WAIT_MAX}
     */
    public void await(ViewName view, @Nullable Long position) {
        if (position != null && !reached(view, position)) {
            throw new RefusedException(
                    Refusal.of(RefusalCode.UNAVAILABLE).with("view", view).with("atLeastPosition", position));
        }
    }

    private boolean reached(ViewName view, long position) {
        boolean mayWait = waiting.tryAcquire();
        try {
            return views.awaitPosition(view, position, mayWait ? WAIT_MAX : Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (mayWait) {
                waiting.release();
            }
        }
    }
}
