package casetrail.query.casefile;

import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Correction;
import java.util.List;

/** The part of the fold that is about reporting, verifying, filing and merging. */
final class IntakeFold {

    private IntakeFold() {}

    static void on(Draft d, CaseEvent.ReportRegistered e) {
        d.exhibit(e.evidence());
        d.clocks.runs(e.accept());
    }

    static void on(Draft d, CaseEvent.ResolvedOnSite e) {
        d.status = CaseStatus.SELF_RESOLVED;
        d.exhibit(e.evidence());
        d.result = e.result() == null ? d.result : e.result();
        d.closure = new CaseFile.Closure(CaseFile.ClosureKind.ON_SITE, null, false, List.of());
    }

    static void on(Draft d, CaseEvent.VerificationRequested e) {
        d.status = CaseStatus.VERIFYING;
        d.verifier = d.involve(e.collector());
        d.verdict = null;
        d.clocks.runs(e.verify());
    }

    static void on(Draft d, CaseEvent.VerificationSubmitted e) {
        d.status = CaseStatus.REPORTED;
        d.verdict = e.verdict();
        d.exhibit(e.evidence());
        d.verificationNote = e.note() == null ? d.verificationNote : e.note();
        d.clocks.finished(e.verify());
    }

    static void on(Draft d, CaseEvent.FilingProposed e) {
        d.proposal = new CaseFile.Proposal(d.doer(), e.classification(), e.standard());
    }

    static void on(Draft d, CaseEvent.CaseFiled e) {
        d.status = CaseStatus.FILED;
        d.classification = e.classification();
        d.standard = e.standard();
        d.verificationWaived = e.verificationWaived();
        d.proposal = null;
        d.clocks.finished(e.accept());
        d.clocks.runs(e.dispatch());
    }

    static void on(Draft d, CaseEvent.ReportRejected e) {
        d.status = CaseStatus.REJECTED;
        d.rejected = e.ground();
        d.clocks.finished(e.accept());
    }

    static void on(Draft d, CaseEvent.CaseMerged e) {
        d.status = CaseStatus.MERGED;
        d.parent = e.parent();
    }

    static void on(Draft d, CaseEvent.CaseUnmerged e) {
        d.status = CaseStatus.REPORTED;
        d.parent = null;
        d.clocks.runs(e.accept());
    }

    static void on(Draft d, CaseEvent.ChildLinked e) {
        d.children.add(e.child());
    }

    static void on(Draft d, CaseEvent.ChildUnlinked e) {
        d.children.remove(e.child());
    }

    static void on(Draft d, CaseEvent.CaseReturnedToIntake e) {
        d.status = CaseStatus.REPORTED;
        d.clocks.runs(e.accept());
    }

    static void corrected(Draft d, Correction correction) {
        switch (correction) {
            case Correction.OfClassification c -> d.classification = c.after();
            case Correction.OfLocation c -> d.location = c.after();
            case Correction.OfGrid c -> d.grid = c.after();
            case Correction.OfPublicText c -> d.publicText = c.after();
            case Correction.OfAsset c -> d.assetId = c.after();
            case Correction.OfSource c -> d.source = c.after();
        }
    }
}
