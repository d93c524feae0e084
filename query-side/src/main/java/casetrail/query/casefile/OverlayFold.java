package casetrail.query.casefile;

import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.query.casefile.CaseFile.Appeal;
import casetrail.query.casefile.CaseFile.AppealState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The part of the fold that is about what runs beside the state, and about what comes after closure. */
final class OverlayFold {

    private OverlayFold() {}

    static void on(Draft d, CaseEvent.ExtensionRequested e) {
        d.overlays.extension = new CaseFile.ExtensionWish(d.doer(), e.wanted());
    }

    static void on(Draft d, CaseEvent.ExtensionApproved e) {
        d.overlays.extension = null;
        d.extensions++;
        d.clocks.runs(e.handle());
    }

    static void on(Draft d, CaseEvent.SuspensionRequested e) {
        d.overlays.suspensionWish = new CaseFile.SuspensionWish(d.doer(), e.category(), e.until());
    }

    static void on(Draft d, CaseEvent.SuspensionApproved e) {
        d.overlays.suspensionWish = null;
        d.suspensions++;
        d.overlays.suspension = new CaseFile.Suspension(e.category(), e.until(), d.status);
        d.status = CaseStatus.SUSPENDED;
    }

    static void on(Draft d, CaseEvent.SuspensionEnded e) {
        d.status = d.overlays.suspension == null ? CaseStatus.IN_PROGRESS : d.overlays.suspension.statusBefore();
        d.overlays.suspension = null;
    }

    static void on(Draft d, CaseEvent.SupervisionIssued e) {
        d.overlays.supervision = new CaseFile.Supervision(e.level(), e.due(), false);
        d.supervisions++;
    }

    static void on(Draft d, CaseEvent.SupervisionAnswered e) {
        d.supervisionAnswer = e.answer();
        if (d.overlays.supervision != null) {
            d.overlays.supervision = new CaseFile.Supervision(e.level(), d.overlays.supervision.due(), true);
        }
    }

    static void on(Draft d, CaseEvent.CaseVoided e) {
        d.status = CaseStatus.VOIDED;
    }

    static void on(Draft d, CaseEvent.CallbackRecorded e) {
        d.callbacks.add(new CaseFile.Callback(
                d.envelope().occurredAt(), e.reached(), e.responded(), e.resolved(), e.satisfaction()));
    }

    static void on(Draft d, CaseEvent.OverdueAppealFiled e) {
        d.appeal = new Appeal(d.doer(), AppealState.UNDER_REVIEW, List.of());
        d.exhibit(e.evidence());
    }

    static void on(Draft d, CaseEvent.OverdueAppealReviewed e) {
        var appeal = appeal(d);
        List<AppealResult> reviews = Stream.concat(appeal.reviews().stream(), Stream.of(e.result()))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        d.appeal = new Appeal(appeal.by(), appeal.state(), reviews);
    }

    static void on(Draft d, CaseEvent.OverdueExempted e) {
        var appeal = appeal(d);
        d.appeal = new Appeal(appeal.by(), AppealState.EXEMPTED, appeal.reviews());
    }

    static void on(Draft d, CaseEvent.OverdueAppealRejected e) {
        var appeal = appeal(d);
        d.appeal = new Appeal(appeal.by(), AppealState.REJECTED, appeal.reviews());
    }

    static void on(Draft d, CaseEvent.CaseArchived e) {
        d.status = CaseStatus.ARCHIVED;
        d.archive = new CaseFile.Archive(e.recordClass(), e.retainUntil());
    }

    /** A review without a filed appeal is no reason to refuse what is stored. */
    private static Appeal appeal(Draft d) {
        return d.appeal == null ? new Appeal(d.doer(), AppealState.UNDER_REVIEW, List.of()) : d.appeal;
    }
}
