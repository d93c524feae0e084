package casetrail.edge.views;

import casetrail.events.views.ViewName;
import casetrail.views.View;
import casetrail.views.ViewReader;
import java.time.Duration;

/** The views of this process as persons may read them, whatever engine keeps them. Safe for many threads. */
public interface Views {

    /** Reads the version of a view that is active now; asks nothing of the engine yet. */
    <V> ViewReader<V> reader(View<V> view);

    /**
     * Waits until the event at the position is counted in by the version that is active.
     *
     * @return false if that took longer
     */
    boolean awaitPosition(ViewName view, long position, Duration atMost) throws InterruptedException;
}
