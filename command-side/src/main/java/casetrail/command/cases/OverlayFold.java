package casetrail.command.cases;

import static casetrail.command.cases.CaseDraft.plus;

import casetrail.events.Actor;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import java.util.Set;

/** What requests, the answers to them and the overlays leave behind. */
final class OverlayFold {

    private OverlayFold() {}

    static void extended(CaseDraft d, CaseEvent.ExtensionApproved e) {
        d.extension = null;
        d.extensions++;
        d.clocks.start(e.handle());
    }

    static void suspended(CaseDraft d, CaseEvent.SuspensionApproved e) {
        var before = d.status == null ? CaseStatus.IN_PROGRESS : d.status;
        d.suspended = new CaseOverlays.Suspended(before, e.until());
        d.status = CaseStatus.SUSPENDED;
        d.suspension = null;
        d.suspensions++;
    }

    static void resumed(CaseDraft d) {
        d.status = d.suspended == null ? CaseStatus.IN_PROGRESS : d.suspended.before();
        d.suspended = null;
    }

    static void supervision(CaseDraft d, int level, boolean answered) {
        d.supervisionLevel = level;
        d.supervisionAnswered = answered;
    }

    static void appealFiled(CaseDraft d, Actor actor) {
        d.appeal = new CaseOverlays.Appeal(actor.persons(), Set.of(), 0, true);
    }

    static void appealReviewed(CaseDraft d, Actor actor) {
        var a = d.appeal;
        if (a != null) {
            d.appeal = new CaseOverlays.Appeal(
                    a.filers(), plus(a.reviewers(), actor.persons()), a.reviews() + 1, a.open());
        }
    }

    static void appealDecided(CaseDraft d) {
        var a = d.appeal;
        if (a != null) {
            d.appeal = new CaseOverlays.Appeal(a.filers(), a.reviewers(), a.reviews(), false);
        }
    }
}
