package casetrail.command.cases;

import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseEvent;
import java.util.List;
import java.util.Objects;

/** What the commands of supervision, appeal and archive bring about. */
final class OverlaySteps {

    /** Two persons review an appeal before the statistics are changed; one is enough to reject it. */
    private static final int REVIEWS = 2;

    private OverlaySteps() {}

    static CaseEvent supervise(CaseCommand.Supervise c, Inquiry q) {
        var due = c.due() == null ? q.at().plus(q.policy().supervisionAnswer()) : c.due();
        return new CaseEvent.SupervisionIssued(c.caseId(), c.level(), due);
    }

    static List<CaseEvent> review(CaseCommand.ReviewAppeal c, Inquiry q) {
        var appeal = Objects.requireNonNull(q.state().overlays().appeal(), "no appeal");
        int step = appeal.reviews() + 1;
        var reviewed = new CaseEvent.OverdueAppealReviewed(c.caseId(), step, c.result());
        if (c.result() == AppealResult.DISMISSED) {
            return List.of(reviewed, new CaseEvent.OverdueAppealRejected(c.caseId()));
        }
        return step < REVIEWS ? List.of(reviewed) : List.of(reviewed, new CaseEvent.OverdueExempted(c.caseId()));
    }

    static CaseEvent archive(CaseCommand.ArchiveCase c, Inquiry q) {
        var recordClass = c.recordClass() == null ? q.policy().recordClass() : c.recordClass();
        return new CaseEvent.CaseArchived(
                c.caseId(), recordClass, q.at().plus(q.policy().retention()));
    }
}
