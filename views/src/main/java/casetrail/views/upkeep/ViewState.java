package casetrail.views.upkeep;

import casetrail.events.views.ViewName;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.rebuild.Progress;
import casetrail.views.store.Building.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a view stands, as one process sees it.
 *
 * @param revision of the view in this program
 * @param active the number of the version that is read; absent while none is whole
 * @param asksForRebuild whether the version that is read was folded by another revision; then it stands still until it is built anew
 */
public record ViewState(
        ViewName view, int revision, @Nullable Integer active, boolean asksForRebuild, List<Version> versions) {

    public ViewState {
        versions = List.copyOf(versions);
    }

    /**
     * One version.
     *
     * @param next the first position that some segment has not counted in; absent while it is built
     * @param lag how many positions that is behind the end of the log
     * @param parkedStreams how many streams are parked
     * @param stoppedBy why its feed in this process stopped, if it did
     * @param building how far it is, if this process builds it
     * @param report how it compares with the version that was read when its building ended; absent until that is known
     */
    public record Version(
            int number,
            int revision,
            Phase phase,
            @Nullable Long next,
            @Nullable Long lag,
            long parkedStreams,
            int segmentsHeldHere,
            @Nullable String stoppedBy,
            @Nullable Progress building,
            @Nullable EquivalenceReport report) {}
}
