package casetrail.events.cases;

import casetrail.events.PersonId;
import casetrail.events.Sealed;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a case. A new kind of fact is a new record in this file. */
public sealed interface CaseEvent {

    CaseId caseId();

    /** A report came in; from here on there is a case. {@code grid} may say unlocated; either a classification or a free text is there. */
    record ReportRegistered(
            CaseId caseId,
            CaseNumber number,
            Source source,
            ProblemKind kind,
            @Nullable Classification classification,
            @Nullable String publicText,
            @Nullable Sealed text,
            @Nullable Sealed contact,
            Location location,
            GridPlacement grid,
            @Nullable String assetId,
            @Nullable ExternalReference external,
            List<Evidence> evidence,
            StageClock accept)
            implements CaseEvent {
        public ReportRegistered {
            evidence = List.copyOf(evidence);
        }
    }

    /** The grid member solved it on the spot (simple procedure). */
    record ResolvedOnSite(
            CaseId caseId,
            List<Evidence> evidence,
            @Nullable Sealed result) implements CaseEvent {
        public ResolvedOnSite {
            evidence = List.copyOf(evidence);
        }
    }

    /** A collector was asked to look whether it is so, before filing. */
    record VerificationRequested(CaseId caseId, PersonId collector, StageClock verify) implements CaseEvent {}

    /** What the collector found. */
    record VerificationSubmitted(
            CaseId caseId,
            Verdict verdict,
            List<Evidence> evidence,
            @Nullable Sealed note,
            StageOutcome verify) implements CaseEvent {
        public VerificationSubmitted {
            evidence = List.copyOf(evidence);
        }
    }

    /** An intake clerk proposed to file the case. */
    record FilingProposed(CaseId caseId, Classification classification, FilingStandard standard) implements CaseEvent {}

    /** The case was established by a row of the filing standards. */
    record CaseFiled(
            CaseId caseId,
            Classification classification,
            FilingStandard standard,
            boolean verificationWaived,
            StageOutcome accept,
            StageClock dispatch)
            implements CaseEvent {}

    /** The report is not filed; the reporter is told why. */
    record ReportRejected(CaseId caseId, RejectionGround ground, StageOutcome accept) implements CaseEvent {}

    /** The case goes on as part of another. */
    record CaseMerged(CaseId caseId, CaseId parent) implements CaseEvent {}

    /** The case stands alone again. */
    record CaseUnmerged(CaseId caseId, CaseId parent, StageClock accept) implements CaseEvent {}

    /** Another case goes on as part of this one. */
    record ChildLinked(CaseId caseId, CaseId child) implements CaseEvent {}

    /** Another case left this one. */
    record ChildUnlinked(CaseId caseId, CaseId child) implements CaseEvent {}

    /** A unit was made responsible, and its clock started. */
    record CaseDispatched(
            CaseId caseId,
            UnitCode unit,
            FilingStandard standard,
            String powersVersion,
            boolean override,
            StageOutcome dispatch,
            StageClock handle)
            implements CaseEvent {}

    /** The unit signed for the case. */
    record AssignmentAccepted(CaseId caseId, UnitCode unit) implements CaseEvent {}

    /** A field worker was put on the case. */
    record HandlerAssigned(CaseId caseId, PersonId handler) implements CaseEvent {}

    /** Another field worker took over. */
    record HandlerReassigned(CaseId caseId, PersonId from, PersonId handler) implements CaseEvent {}

    /** The field worker was taken off the case. */
    record HandlerRevoked(CaseId caseId, PersonId handler) implements CaseEvent {}

    /** The unit gave the case back; {@code returns} counts all returns of the case. */
    record AssignmentReturned(CaseId caseId, UnitCode unit, int returns, StageClock dispatch) implements CaseEvent {}

    /** The case was returned so often that responsibility has to be decided. */
    record ResponsibilityDisputeOpened(CaseId caseId, int returns) implements CaseEvent {}

    /** The dispatcher gave the case back to intake; the filing stays on record. */
    record CaseReturnedToIntake(CaseId caseId, StageClock accept) implements CaseEvent {}

    /** Who is responsible was decided for good. */
    record ResponsibilityDecided(CaseId caseId, UnitCode unit, List<Evidence> evidence, boolean byConference)
            implements CaseEvent {
        public ResponsibilityDecided {
            evidence = List.copyOf(evidence);
        }
    }

    /** What was done so far. */
    record ProgressRecorded(CaseId caseId, Sealed note, List<Evidence> evidence) implements CaseEvent {
        public ProgressRecorded {
            evidence = List.copyOf(evidence);
        }
    }

    /** The field work is done. */
    record HandlingCompleted(CaseId caseId, Sealed result, List<Evidence> evidence) implements CaseEvent {
        public HandlingCompleted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The unit confirmed the result; its clock stopped. */
    record FeedbackSubmitted(CaseId caseId, UnitCode unit, StageOutcome handle, StageClock close)
            implements CaseEvent {}

    /** The result is not good enough; {@code reworks} counts all reworks of the case. */
    record ReworkOrdered(CaseId caseId, int reworks, StageClock handle) implements CaseEvent {}

    /** A collector was asked to look whether it is solved, before closure. */
    record CheckRequested(CaseId caseId, PersonId collector, StageClock check) implements CaseEvent {}

    /** What the check found. */
    record CheckSubmitted(
            CaseId caseId,
            CheckResult result,
            List<Evidence> evidence,
            @Nullable Sealed note,
            StageOutcome check) implements CaseEvent {
        public CheckSubmitted {
            evidence = List.copyOf(evidence);
        }
    }

    /** The case is closed. */
    record CaseClosed(CaseId caseId, @Nullable String closureCondition, boolean checkWaived, List<StageOutcome> stages)
            implements CaseEvent {
        public CaseClosed {
            stages = List.copyOf(stages);
        }
    }

    /** Somebody asked to close the case though its closure condition is not met. */
    record ForceClosureRequested(CaseId caseId) implements CaseEvent {}

    /** The forced closure was refused by a second person. */
    record ForceClosureRejected(CaseId caseId) implements CaseEvent {}

    /** A second person closed the case though its closure condition is not met; indicators count it apart. */
    record CaseForceClosed(CaseId caseId, List<StageOutcome> stages) implements CaseEvent {
        public CaseForceClosed {
            stages = List.copyOf(stages);
        }
    }

    /** The unit asked for more time. */
    record ExtensionRequested(CaseId caseId, @Nullable Limit wanted) implements CaseEvent {}

    /** More time was granted. */
    record ExtensionApproved(CaseId caseId, Limit added, StageClock handle) implements CaseEvent {}

    /** More time was not granted; the quota is untouched. */
    record ExtensionRejected(CaseId caseId) implements CaseEvent {}

    /** The unit asked that handling may wait. */
    record SuspensionRequested(CaseId caseId, SuspensionCategory category, Instant until) implements CaseEvent {}

    /** Handling may wait until a day. */
    record SuspensionApproved(CaseId caseId, SuspensionCategory category, Instant until) implements CaseEvent {}

    /** Handling may not wait. */
    record SuspensionRejected(CaseId caseId) implements CaseEvent {}

    /** Waiting is over. */
    record SuspensionEnded(CaseId caseId) implements CaseEvent {}

    /** A clock stands still with some time left; below 0 it was overdue already. */
    record ClockPaused(CaseId caseId, Stage stage, int round, Instant pausedAt, long remainingSeconds)
            implements CaseEvent {}

    /** A clock runs again, with a new deadline. */
    record ClockResumed(CaseId caseId, StageClock clock) implements CaseEvent {}

    /** The case is under supervision of a level, 1 to 3. */
    record SupervisionIssued(CaseId caseId, int level, Instant due) implements CaseEvent {}

    /** The unit answered the supervision. */
    record SupervisionAnswered(CaseId caseId, int level, Sealed answer) implements CaseEvent {}

    /** The supervision is over. */
    record SupervisionLifted(CaseId caseId, int level) implements CaseEvent {}

    /** A whistle was blown for the case. */
    record CaseWhistleOpened(CaseId caseId, StreamId whistle) implements CaseEvent {}

    /** The whistle for the case was settled. */
    record CaseWhistleClosed(CaseId caseId, StreamId whistle, WhistleOutcome outcome) implements CaseEvent {}

    /** A deliberation about the case began. */
    record CaseDeliberationOpened(CaseId caseId, StreamId deliberation) implements CaseEvent {}

    /** The deliberation about the case ended. */
    record CaseDeliberationClosed(CaseId caseId, StreamId deliberation, DeliberationOutcome outcome)
            implements CaseEvent {}

    /** Somebody asked to void a dispatched case. */
    record VoidRequested(CaseId caseId) implements CaseEvent {}

    /** The case stays; voiding it was refused. */
    record VoidRejected(CaseId caseId) implements CaseEvent {}

    /** The case was entered in error or withdrawn. */
    record CaseVoided(CaseId caseId) implements CaseEvent {}

    /** The claimant was called back. */
    record CallbackRecorded(
            CaseId caseId,
            boolean reached,
            @Nullable Boolean responded,
            @Nullable Boolean resolved,
            Satisfaction satisfaction)
            implements CaseEvent {}

    /** The case is handled again; {@code round} is the new round of handling. */
    record CaseReopened(CaseId caseId, int round, UnitCode unit, StageClock handle) implements CaseEvent {}

    /** The unit holds that being overdue was not its fault. */
    record OverdueAppealFiled(CaseId caseId, List<Evidence> evidence) implements CaseEvent {
        public OverdueAppealFiled {
            evidence = List.copyOf(evidence);
        }
    }

    /** One review of the appeal, step 1 or 2. */
    record OverdueAppealReviewed(CaseId caseId, int step, AppealResult result) implements CaseEvent {}

    /** The statistics count the case as on time; that it was overdue stays on record. */
    record OverdueExempted(CaseId caseId) implements CaseEvent {}

    /** The appeal was rejected. */
    record OverdueAppealRejected(CaseId caseId) implements CaseEvent {}

    /** The case went to the archive. */
    record CaseArchived(CaseId caseId, String recordClass, Instant retainUntil) implements CaseEvent {}

    /** Something about the case was wrong and is told anew; earlier events stay as they are. */
    record CaseDataCorrected(CaseId caseId, Correction correction) implements CaseEvent {}

    /** The case is visible to few. */
    record VisibilityRestricted(CaseId caseId, RestrictionGround ground) implements CaseEvent {}

    /** The case is as visible as others again. */
    record RestrictionLifted(CaseId caseId) implements CaseEvent {}
}
