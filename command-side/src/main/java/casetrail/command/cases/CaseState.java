package casetrail.command.cases;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs to know about a case, and nothing for display. A pure fold of its stream.
 *
 * @param status absent while there is no such case
 * @param sequence of its last event, -1 while there is none
 * @param changedAt the effective time of the last change of its state or clocks; the next one is never effective earlier
 * @param endedAt when it last came to an end
 * @param people everybody who acted on the case, for whom somebody did, or who was put on it
 * @param unresolved whether the last call-back since then said that the problem is not resolved
 */
public record CaseState(
        @Nullable CaseId id,
        @Nullable CaseStatus status,
        long sequence,
        Instant changedAt,
        @Nullable Instant endedAt,
        boolean unresolved,
        Set<PersonId> people,
        @Nullable Intake intake,
        Handling handling,
        RunningClocks clocks,
        PendingRequests pending,
        CaseOverlays overlays,
        RequestMemory requests) {

    /** There is no such case yet. */
    public static final CaseState NONE = new CaseState(
            null,
            null,
            -1,
            Instant.EPOCH,
            null,
            false,
            Set.of(),
            null,
            Handling.NONE,
            RunningClocks.NONE,
            PendingRequests.NONE,
            CaseOverlays.NONE,
            RequestMemory.NONE);

    /** What is known after one more event. Never refuses: an event that was stored has happened. */
    public static CaseState after(CaseState before, Recorded<? extends CaseEvent> recorded) {
        return CaseFold.after(before, recorded);
    }

    /** Whether there is such a case. */
    public boolean exists() {
        return status != null;
    }

    boolean isHeldBy(@Nullable UnitCode unit) {
        return unit != null && unit.equals(handling.unit());
    }

    @Nullable
    StageClock clock(Stage stage) {
        return clocks.running().get(stage);
    }
}
