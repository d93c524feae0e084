package casetrail.query.casefile;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Classification;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Limit;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageOutcome;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a reader may want to know of a case as it stands, folded from the case's own stream; sealed values stay sealed.
 *
 * @param clocks by stage and round, for example {@code HANDLE-1}
 * @param evidence in the order it came in
 */
public record CaseFile(
        CaseId id,
        CaseNumber number,
        CaseStatus status,
        Report report,
        Filing filing,
        Handling handling,
        Overlays overlays,
        SortedMap<String, Clock> clocks,
        Counters counters,
        Links links,
        List<Exhibit> evidence,
        Texts texts,
        List<Callback> callbacks,
        @Nullable Appeal appeal,
        @Nullable Archive archive,
        Trace trace) {

    public CaseFile {
        clocks = Collections.unmodifiableSortedMap(new TreeMap<>(clocks));
        evidence = List.copyOf(evidence);
        callbacks = List.copyOf(callbacks);
    }

    /**
     * The file after one more event of its stream.
     *
     * @param before absent before the first event
     * @throws IllegalStateException if the stream does not begin with a report: a defect or damage
     */
    public static CaseFile after(@Nullable CaseFile before, Recorded<CaseEvent> recorded) {
        return CaseFileFold.after(before, recorded);
    }

    /** What was reported, as corrected since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            Source source,
            ProblemKind kind,
            @Nullable Classification classification,
            @Nullable String publicText,
            @Nullable Sealed text,
            @Nullable Sealed contact,
            Location location,
            GridPlacement grid,
            @Nullable String assetId,
            @Nullable ExternalReference external) {}

    /** How it was filed, or why not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filing(
            @Nullable Proposal proposal,
            @Nullable FilingStandard standard,
            boolean verificationWaived,
            @Nullable PersonId verifier,
            @Nullable Verdict verdict,
            @Nullable RejectionGround rejected) {}

    /** What an intake clerk proposed to file it as. */
    public record Proposal(PersonId by, Classification classification, FilingStandard standard) {}

    /**
     * Who holds the case, and how handling, checking and closing went.
     *
     * @param unit the unit that holds the case, or held it last before closure
     * @param decidedUnit the unit that was made responsible for good
     * @param completed whether the field work of this round was reported as done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handling(
            @Nullable UnitCode unit,
            boolean accepted,
            @Nullable PersonId handler,
            boolean completed,
            boolean override,
            @Nullable String powersVersion,
            @Nullable UnitCode decidedUnit,
            @Nullable PersonId checker,
            @Nullable CheckResult lastCheck,
            @Nullable Closure closure) {}

    /** How the case was closed. */
    public enum ClosureKind {
        REGULAR,
        FORCED,
        ON_SITE
    }

    /** By which condition it was closed, and which stages were on time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Closure(
            ClosureKind kind, @Nullable String condition, boolean checkWaived, List<StageOutcome> stages) {}

    /** What runs beside the state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Overlays(
            @Nullable RestrictionGround restricted,
            @Nullable Supervision supervision,
            List<StreamId> whistles,
            List<StreamId> deliberations,
            boolean disputed,
            @Nullable ExtensionWish extension,
            @Nullable SuspensionWish suspensionWish,
            @Nullable Suspension suspension,
            @Nullable PersonId forceClosureRequestedBy,
            @Nullable PersonId voidRequestedBy) {

        public Overlays {
            whistles = List.copyOf(whistles);
            deliberations = List.copyOf(deliberations);
        }
    }

    /** A supervision that is not lifted. */
    public record Supervision(int level, Instant due, boolean answered) {}

    /** More time was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExtensionWish(PersonId by, @Nullable Limit wanted) {}

    /** It was asked that handling may wait. */
    public record SuspensionWish(PersonId by, SuspensionCategory category, Instant until) {}

    /** Handling waits. */
    public record Suspension(SuspensionCategory category, Instant until, CaseStatus statusBefore) {}

    /** What became of a clock. */
    public enum ClockState {
        RUNNING,
        PAUSED,
        FINISHED,
        /** Stopped without having been finished: the case went another way. */
        ABANDONED
    }

    /**
     * One clock of one round.
     *
     * @param limit absent, like the other facts of its start, if the stream holds an outcome only
     * @param deadline by which it has to be finished; while paused, the one that held before
     * @param remainingSeconds while paused
     * @param endedAt when it was finished or abandoned
     * @param onTime once finished
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clock(
            Stage stage,
            int round,
            ClockState state,
            @Nullable Limit limit,
            @Nullable Instant startedAt,
            Instant deadline,
            @Nullable Instant pausedAt,
            @Nullable Long remainingSeconds,
            @Nullable Instant endedAt,
            @Nullable Boolean onTime,
            @Nullable String profile,
            @Nullable String calendar) {

        static String key(Stage stage, int round) {
            return stage + "-" + round;
        }
    }

    /** How often what happened; none of them ever decreases. */
    public record Counters(
            int returns, int reworks, int reopenings, int extensions, int suspensions, int supervisions) {

        static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);
    }

    /** The case it goes on as a part of, and those that go on as parts of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(@Nullable CaseId parent, List<CaseId> children) {

        public Links {
            children = List.copyOf(children);
        }
    }

    /** A piece of evidence with the event that brought it. */
    public record Exhibit(Sha256 attachment, EvidenceStage stage, long sequence, PersonId by) {}

    /** The newest of each kind of sealed text; earlier ones stand in the timeline. */
    public record Texts(
            @Nullable Sealed verification,
            @Nullable Sealed progress,
            @Nullable Sealed result,
            @Nullable Sealed check,
            @Nullable Sealed supervisionAnswer) {

        static final Texts NONE = new Texts(null, null, null, null, null);
    }

    /** What the claimant said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Callback(
            Instant at,
            boolean reached,
            @Nullable Boolean responded,
            @Nullable Boolean resolved,
            Satisfaction satisfaction) {}

    /** The state of an appeal. */
    public enum AppealState {
        UNDER_REVIEW,
        EXEMPTED,
        REJECTED
    }

    /** The appeal against being overdue. */
    public record Appeal(PersonId by, AppealState state, List<AppealResult> reviews) {

        public Appeal {
            reviews = List.copyOf(reviews);
        }
    }

    /** Where the case lies now. */
    public record Archive(String recordClass, Instant retainUntil) {}

    /**
     * What the stream itself says: how far it was folded, when, and by whom the case was acted on.
     *
     * @param version the sequence of the last event
     * @param position of the last event in the log
     * @param people everybody who acted, for whom somebody acted, or who was put on the case; never the system
     */
    public record Trace(
            long version,
            long position,
            Instant firstRecordedAt,
            Instant lastRecordedAt,
            Instant firstOccurredAt,
            Instant lastOccurredAt,
            Set<PersonId> people) {

        public Trace {
            // In an order, so that equal files are written alike.
            var sorted = new TreeSet<>(Comparator.comparing(PersonId::value));
            sorted.addAll(people);
            people = Collections.unmodifiableSet(sorted);
        }
    }
}
