package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.Sealed;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases and commands that are out of the ordinary in one way. */
final class Variants {

    private Variants() {}

    static CaseCommand.RegisterReport undescribed() {
        return report(null, null, null, Asks.report(Asks.CASE, Source.COLLECTOR).evidence());
    }

    static CaseCommand.RegisterReport unclassified() {
        return report(
                null, null, Asks.TEXT, Asks.report(Asks.CASE, Source.COLLECTOR).evidence());
    }

    static CaseCommand.RegisterReport shownBy(List<Evidence> evidence) {
        return report(Asks.RUBBISH, "rubbish", null, evidence);
    }

    private static CaseCommand.RegisterReport report(
            @Nullable Classification classification,
            @Nullable String publicText,
            @Nullable Sealed text,
            List<Evidence> evidence) {
        var r = Asks.report(Asks.CASE, Source.COLLECTOR);
        return new CaseCommand.RegisterReport(
                r.caseId(),
                r.number(),
                r.source(),
                r.kind(),
                classification,
                publicText,
                text,
                r.contact(),
                r.location(),
                r.grid(),
                r.assetId(),
                r.external(),
                evidence);
    }

    static CaseCommand resolvedWithoutEvidence() {
        return new CaseCommand.RecordOnSiteResolution(Asks.CASE, shownBy(List.of()), null);
    }

    static Story publicReport() {
        return new Story().did(Cast.CITIZEN, Asks.report(Asks.CASE, Source.PUBLIC));
    }

    static Story assigned() {
        return Stories.did(Stories.in(CaseStatus.IN_PROGRESS), Cast.LEAD, CaseCommandName.ASSIGN_HANDLER);
    }

    static Story assignedTo(Actor handler) {
        return Stories.in(CaseStatus.IN_PROGRESS)
                .did(Cast.LEAD, new CaseCommand.AssignHandler(Asks.CASE, handler.person()));
    }

    /** In FEEDBACK, handled by a given person. */
    static Story feedbackBy(Actor handler) {
        var story = assignedTo(handler);
        Stories.did(story, handler, CaseCommandName.REPORT_COMPLETION);
        return Stories.did(story, Cast.LEAD, CaseCommandName.CONFIRM_COMPLETION);
    }

    static Story completed() {
        return Stories.did(assigned(), Cast.HANDLER, CaseCommandName.REPORT_COMPLETION);
    }

    /** In FEEDBACK, and the check has passed. */
    static Story checked() {
        return Stories.did(Stories.in(CaseStatus.CHECKING), Cast.COLLECTOR, CaseCommandName.SUBMIT_CHECK);
    }

    /** In FILED, given back by two units in turn. */
    static Story returnedTwice() {
        var story = Stories.go(Stories.returned(), CaseStatus.DISPATCHED);
        return Stories.did(story, Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
    }

    /** In DISPATCHED, after responsibility was decided. */
    static Story decided() {
        var story = Stories.did(returnedTwice(), Cast.SHIFT_LEADER, CaseCommandName.DECIDE_RESPONSIBILITY);
        return Stories.did(story, Cast.DISPATCHER, CaseCommandName.DISPATCH_CASE);
    }

    static Story extended(Story story) {
        Stories.did(story, Cast.LEAD, CaseCommandName.REQUEST_EXTENSION);
        return Stories.did(story, Cast.SHIFT_LEADER, CaseCommandName.APPROVE_EXTENSION);
    }

    static Story supervised() {
        return Stories.did(Stories.in(CaseStatus.DISPATCHED), Cast.SUPERVISOR, CaseCommandName.SUPERVISE);
    }

    static Story whistled() {
        return Stories.did(Stories.reported(), Cast.STREET_LEAD, CaseCommandName.LINK_WHISTLE);
    }

    static Story deliberated() {
        return Stories.did(Stories.reported(), Cast.STREET_LEAD, CaseCommandName.LINK_DELIBERATION);
    }

    /** In FILED, given back while it was being handled a second time. */
    static Story filedAfterFeedback() {
        var story = Stories.did(Stories.in(CaseStatus.FEEDBACK), Cast.ACCEPTOR, CaseCommandName.RETURN_FOR_REWORK);
        Stories.did(story, Cast.LEAD, CaseCommandName.REVOKE_HANDLER);
        return Stories.did(story, Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
    }
}
