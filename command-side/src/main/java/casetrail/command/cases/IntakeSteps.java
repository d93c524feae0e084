package casetrail.command.cases;

import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Correction;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.Source;
import casetrail.events.cases.Stage;
import casetrail.events.cases.Verdict;
import java.util.List;
import java.util.Objects;

/** What the commands of intake bring about. */
final class IntakeSteps {

    private IntakeSteps() {}

    static CaseEvent registered(CaseCommand.RegisterReport c, List<Evidence> evidence, Inquiry q) {
        return new CaseEvent.ReportRegistered(
                c.caseId(),
                c.number(),
                // What a citizen reports is verified as such, whatever it is called.
                q.actor().role() == Role.CITIZEN ? Source.PUBLIC : c.source(),
                c.kind(),
                c.classification(),
                c.publicText(),
                c.text(),
                c.contact(),
                c.location(),
                c.grid(),
                c.assetId(),
                c.external(),
                evidence,
                q.start(Stage.ACCEPT));
    }

    /** The report keeps what shows the problem, the resolution what shows that it is gone. */
    static List<CaseEvent> resolveOnSite(CaseCommand.RecordOnSiteResolution c, Inquiry q) {
        var all = c.report().evidence();
        var after = all.stream().filter(e -> e.stage() == EvidenceStage.AFTER).toList();
        var before = all.stream().filter(e -> e.stage() != EvidenceStage.AFTER).toList();
        return List.of(registered(c.report(), before, q), new CaseEvent.ResolvedOnSite(c.caseId(), after, c.result()));
    }

    static CaseEvent requestVerification(CaseCommand.RequestVerification c, Inquiry q) {
        return new CaseEvent.VerificationRequested(c.caseId(), c.collector(), q.start(Stage.VERIFY));
    }

    static CaseEvent submitVerification(CaseCommand.SubmitVerification c, Inquiry q) {
        return new CaseEvent.VerificationSubmitted(
                c.caseId(), c.verdict(), c.evidence(), c.note(), q.finish(Stage.VERIFY));
    }

    static CaseEvent file(CaseCommand.FileCase c, Inquiry q) {
        boolean waived = q.intake().source() == Source.PUBLIC && q.intake().verdict() != Verdict.EXISTS;
        return new CaseEvent.CaseFiled(
                c.caseId(), c.classification(), c.standard(), waived, q.finish(Stage.ACCEPT), q.start(Stage.DISPATCH));
    }

    static CaseEvent reject(CaseCommand.RejectReport c, Inquiry q) {
        return new CaseEvent.ReportRejected(c.caseId(), c.ground(), q.finish(Stage.ACCEPT));
    }

    static CaseEvent split(Inquiry q) {
        var parent = Objects.requireNonNull(q.state().overlays().parent(), "a merged case without a parent");
        return new CaseEvent.CaseUnmerged(q.caseId(), parent, q.start(Stage.ACCEPT));
    }

    static CaseEvent correct(CaseCommand.CorrectData c, Inquiry q) {
        var i = q.intake();
        Correction correction = switch (c.change()) {
            case CaseCommand.Change.ToClassification to ->
                new Correction.OfClassification(i.classification(), to.classification());
            case CaseCommand.Change.ToLocation to -> new Correction.OfLocation(i.location(), to.location());
            case CaseCommand.Change.ToGrid to -> new Correction.OfGrid(i.grid(), to.grid());
            case CaseCommand.Change.ToPublicText to -> new Correction.OfPublicText(i.publicText(), to.publicText());
            case CaseCommand.Change.ToAsset to -> new Correction.OfAsset(i.assetId(), to.assetId());
            case CaseCommand.Change.ToSource to -> new Correction.OfSource(i.source(), to.source());
        };
        return new CaseEvent.CaseDataCorrected(c.caseId(), correction);
    }
}
