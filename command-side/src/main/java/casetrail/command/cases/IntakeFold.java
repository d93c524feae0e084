package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Correction;
import casetrail.events.cases.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the events of intake leave behind. */
final class IntakeFold {

    private IntakeFold() {}

    static void registered(CaseDraft d, CaseEvent.ReportRegistered e, Actor actor) {
        d.status = CaseStatus.REPORTED;
        d.number = e.number();
        d.source = e.source();
        d.classification = e.classification();
        d.publicText = e.publicText();
        d.location = e.location();
        d.grid = e.grid();
        d.assetId = e.assetId();
        d.reporters = actor.persons();
        d.clocks.start(e.accept());
    }

    static void verifying(CaseDraft d, CaseEvent.VerificationRequested e) {
        d.status = CaseStatus.VERIFYING;
        d.collector = e.collector();
        d.verdict = null;
        d.clocks.start(e.verify());
    }

    static void verified(CaseDraft d, CaseEvent.VerificationSubmitted e) {
        d.status = CaseStatus.REPORTED;
        d.verdict = e.verdict();
        d.clocks.stop(e.verify());
    }

    static void filed(CaseDraft d, CaseEvent.CaseFiled e) {
        d.status = CaseStatus.FILED;
        d.classification = e.classification();
        d.standard = e.standard();
        d.clocks.stop(e.accept());
        d.clocks.start(e.dispatch());
    }

    static void rejected(CaseDraft d, CaseEvent.ReportRejected e, Instant at) {
        d.clocks.stop(e.accept());
        d.unresolved = false;
        d.end(CaseStatus.REJECTED, at);
    }

    static void merged(CaseDraft d, CaseId parent, Instant at) {
        d.parent = parent;
        d.end(CaseStatus.MERGED, at);
    }

    static void unmerged(CaseDraft d, CaseEvent.CaseUnmerged e) {
        d.status = CaseStatus.REPORTED;
        d.parent = null;
        d.clocks.start(e.accept());
    }

    static void returned(CaseDraft d, CaseEvent.CaseReturnedToIntake e) {
        d.status = CaseStatus.REPORTED;
        d.clocks.drop(Stage.DISPATCH);
        d.clocks.start(e.accept());
    }

    static void corrected(CaseDraft d, Correction correction) {
        switch (correction) {
            case Correction.OfClassification c -> d.classification = c.after();
            case Correction.OfLocation c -> d.location = c.after();
            case Correction.OfGrid c -> d.grid = c.after();
            case Correction.OfPublicText c -> d.publicText = c.after();
            case Correction.OfAsset c -> d.assetId = c.after();
            case Correction.OfSource c -> d.source = c.after();
        }
    }

    static void callback(CaseDraft d, @Nullable Boolean resolved) {
        d.unresolved = Boolean.FALSE.equals(resolved);
    }
}
