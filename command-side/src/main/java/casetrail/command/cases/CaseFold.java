package casetrail.command.cases;

import static casetrail.command.cases.CaseDraft.minus;
import static casetrail.command.cases.CaseDraft.plus;

import casetrail.events.Actor;
import casetrail.events.Axis;
import casetrail.events.Recorded;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import java.time.Instant;
import java.util.Set;

/** Folds one event into the state of its case. Knows no clock and refuses nothing. */
final class CaseFold {

    private CaseFold() {}

    static CaseState after(CaseState before, Recorded<? extends CaseEvent> recorded) {
        var envelope = recorded.envelope();
        var actor = envelope.actor();
        var occurredAt = envelope.occurredAt();
        // A change is never effective before the one it follows; the earlier claim stays in the envelope.
        var at = occurredAt.isBefore(before.changedAt()) ? before.changedAt() : occurredAt;
        var draft = new CaseDraft(recorded.event().caseId(), before);
        fold(draft, recorded.event(), actor, at);
        draft.people = minus(plus(draft.people, actor.persons()), Actor.SYSTEM.person());
        if (actor.role().axis() == Axis.DISPOSAL) {
            draft.handledBy = plus(draft.handledBy, actor.persons());
        }
        var request = envelope.request();
        var status = draft.status;
        var requests = request == null || status == null
                ? before.requests()
                : before.requests().with(request, recorded.sequence(), status, recorded.recordedAt());
        return draft.done(recorded.sequence(), at, requests);
    }

    /** Every kind of event has its line here: a new one does not compile without. */
    private static void fold(CaseDraft d, CaseEvent event, Actor actor, Instant at) {
        switch (event) {
            case CaseEvent.ReportRegistered e -> IntakeFold.registered(d, e, actor);
            case CaseEvent.ResolvedOnSite e -> d.end(CaseStatus.SELF_RESOLVED, at);
            case CaseEvent.VerificationRequested e -> IntakeFold.verifying(d, e);
            case CaseEvent.VerificationSubmitted e -> IntakeFold.verified(d, e);
            case CaseEvent.FilingProposed e -> d.proposers = actor.persons();
            case CaseEvent.CaseFiled e -> IntakeFold.filed(d, e);
            case CaseEvent.ReportRejected e -> IntakeFold.rejected(d, e, at);
            case CaseEvent.CaseMerged e -> IntakeFold.merged(d, e.parent(), at);
            case CaseEvent.CaseUnmerged e -> IntakeFold.unmerged(d, e);
            case CaseEvent.ChildLinked e -> d.children = plus(d.children, Set.of(e.child()));
            case CaseEvent.ChildUnlinked e -> d.children = minus(d.children, e.child());
            case CaseEvent.CaseDispatched e -> HandlingFold.dispatched(d, e, at);
            case CaseEvent.AssignmentAccepted e -> HandlingFold.accepted(d, e);
            case CaseEvent.HandlerAssigned e -> HandlingFold.handler(d, e.handler());
            case CaseEvent.HandlerReassigned e -> HandlingFold.handler(d, e.handler());
            case CaseEvent.HandlerRevoked e -> d.handler = null;
            case CaseEvent.AssignmentReturned e -> HandlingFold.returned(d, e);
            case CaseEvent.ResponsibilityDisputeOpened e -> {}
            case CaseEvent.CaseReturnedToIntake e -> IntakeFold.returned(d, e);
            case CaseEvent.ResponsibilityDecided e -> d.decidedUnit = e.unit();
            case CaseEvent.ProgressRecorded e -> {}
            case CaseEvent.HandlingCompleted e -> HandlingFold.completed(d, actor);
            case CaseEvent.FeedbackSubmitted e -> HandlingFold.feedback(d, e);
            case CaseEvent.ReworkOrdered e -> HandlingFold.rework(d, e);
            case CaseEvent.CheckRequested e -> HandlingFold.checking(d, e);
            case CaseEvent.CheckSubmitted e -> HandlingFold.checked(d, e);
            case CaseEvent.CaseClosed e -> HandlingFold.closed(d, e.stages(), at);
            case CaseEvent.ForceClosureRequested e -> d.forceClosureBy = actor.persons();
            case CaseEvent.ForceClosureRejected e -> d.forceClosureBy = Set.of();
            case CaseEvent.CaseForceClosed e -> HandlingFold.closed(d, e.stages(), at);
            case CaseEvent.ExtensionRequested e ->
                d.extension = new PendingRequests.Extension(actor.persons(), e.wanted());
            case CaseEvent.ExtensionApproved e -> OverlayFold.extended(d, e);
            case CaseEvent.ExtensionRejected e -> d.extension = null;
            case CaseEvent.SuspensionRequested e ->
                d.suspension = new PendingRequests.Suspension(actor.persons(), e.category(), e.until());
            case CaseEvent.SuspensionApproved e -> OverlayFold.suspended(d, e);
            case CaseEvent.SuspensionRejected e -> d.suspension = null;
            case CaseEvent.SuspensionEnded e -> OverlayFold.resumed(d);
            case CaseEvent.ClockPaused e -> d.clocks.pause(e.stage(), e.remainingSeconds());
            case CaseEvent.ClockResumed e -> d.clocks.start(e.clock());
            case CaseEvent.SupervisionIssued e -> OverlayFold.supervision(d, e.level(), false);
            case CaseEvent.SupervisionAnswered e -> OverlayFold.supervision(d, e.level(), true);
            case CaseEvent.SupervisionLifted e -> OverlayFold.supervision(d, 0, false);
            case CaseEvent.CaseWhistleOpened e -> d.whistles = plus(d.whistles, Set.of(e.whistle()));
            case CaseEvent.CaseWhistleClosed e -> d.whistles = minus(d.whistles, e.whistle());
            case CaseEvent.CaseDeliberationOpened e ->
                d.deliberations = plus(d.deliberations, Set.of(e.deliberation()));
            case CaseEvent.CaseDeliberationClosed e -> d.deliberations = minus(d.deliberations, e.deliberation());
            case CaseEvent.VoidRequested e -> d.voidBy = actor.persons();
            case CaseEvent.VoidRejected e -> d.voidBy = Set.of();
            case CaseEvent.CaseVoided e -> d.end(CaseStatus.VOIDED, at);
            case CaseEvent.CallbackRecorded e -> IntakeFold.callback(d, e.resolved());
            case CaseEvent.CaseReopened e -> HandlingFold.reopened(d, e);
            case CaseEvent.OverdueAppealFiled e -> OverlayFold.appealFiled(d, actor);
            case CaseEvent.OverdueAppealReviewed e -> OverlayFold.appealReviewed(d, actor);
            case CaseEvent.OverdueExempted e -> OverlayFold.appealDecided(d);
            case CaseEvent.OverdueAppealRejected e -> OverlayFold.appealDecided(d);
            case CaseEvent.CaseArchived e -> d.status = CaseStatus.ARCHIVED;
            case CaseEvent.CaseDataCorrected e -> IntakeFold.corrected(d, e.correction());
            case CaseEvent.VisibilityRestricted e -> d.restricted = true;
            case CaseEvent.RestrictionLifted e -> d.restricted = false;
        }
    }
}
