package casetrail.command.cases;

import static casetrail.command.cases.CaseDraft.plus;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the events of handling, checking and closing leave behind. */
final class HandlingFold {

    private HandlingFold() {}

    static void dispatched(CaseDraft d, CaseEvent.CaseDispatched e, Instant at) {
        d.status = CaseStatus.DISPATCHED;
        d.unit = e.unit();
        d.dispatchedAt = at;
        d.limit = e.handle().limit();
        d.completedBy = Set.of();
        d.clocks.stop(e.dispatch());
        d.clocks.start(e.handle());
    }

    static void accepted(CaseDraft d, CaseEvent.AssignmentAccepted e) {
        d.status = CaseStatus.IN_PROGRESS;
        d.units = plus(d.units, Set.of(e.unit()));
    }

    static void handler(CaseDraft d, PersonId handler) {
        d.handler = handler;
        d.handledBy = plus(d.handledBy, Set.of(handler));
    }

    static void returned(CaseDraft d, CaseEvent.AssignmentReturned e) {
        d.status = CaseStatus.FILED;
        d.returns = e.returns();
        d.unit = null;
        d.handler = null;
        d.completedBy = Set.of();
        d.clocks.drop(Stage.HANDLE);
        d.clocks.start(e.dispatch());
    }

    static void completed(CaseDraft d, Actor actor) {
        d.completedBy = actor.persons();
        d.handledBy = plus(d.handledBy, actor.persons());
    }

    static void feedback(CaseDraft d, CaseEvent.FeedbackSubmitted e) {
        d.status = CaseStatus.FEEDBACK;
        d.feedbacks++;
        d.check = null;
        d.clocks.stop(e.handle());
        d.clocks.start(e.close());
    }

    static void rework(CaseDraft d, CaseEvent.ReworkOrdered e) {
        d.status = CaseStatus.IN_PROGRESS;
        d.reworks = e.reworks();
        d.completedBy = Set.of();
        d.check = null;
        d.clocks.drop(Stage.CLOSE);
        d.clocks.start(e.handle());
    }

    static void checking(CaseDraft d, CaseEvent.CheckRequested e) {
        d.status = CaseStatus.CHECKING;
        d.checker = e.collector();
        d.clocks.start(e.check());
    }

    static void checked(CaseDraft d, CaseEvent.CheckSubmitted e) {
        d.status = CaseStatus.FEEDBACK;
        d.check = e.result();
        d.clocks.stop(e.check());
    }

    static void closed(CaseDraft d, List<StageOutcome> stages, Instant at) {
        stages.stream().filter(o -> o.stage() == Stage.CLOSE).forEach(d.clocks::stop);
        d.unresolved = false;
        d.end(CaseStatus.CLOSED, at);
    }

    static void reopened(CaseDraft d, CaseEvent.CaseReopened e) {
        d.status = CaseStatus.IN_PROGRESS;
        d.unit = e.unit();
        d.completedBy = Set.of();
        d.check = null;
        d.unresolved = false;
        d.clocks.start(e.handle());
    }
}
