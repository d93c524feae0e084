package casetrail.query.casefile;

import casetrail.events.Actor;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Sealed;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Evidence;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import casetrail.events.cases.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case file while one event is folded into it; lives for one step of the fold and is seen by one thread. */
final class Draft {

    final Recorded<CaseEvent> recorded;
    final CaseId id;
    final CaseNumber number;
    final ClockBoard clocks;
    CaseStatus status;

    Source source;
    ProblemKind kind;

    @Nullable
    Classification classification;

    @Nullable
    String publicText;

    final @Nullable Sealed text;
    final @Nullable Sealed contact;
    Location location;
    GridPlacement grid;

    @Nullable
    String assetId;

    final @Nullable ExternalReference external;

    CaseFile.@Nullable Proposal proposal;

    @Nullable
    FilingStandard standard;

    boolean verificationWaived;

    @Nullable
    PersonId verifier;

    @Nullable
    Verdict verdict;

    @Nullable
    RejectionGround rejected;

    @Nullable
    UnitCode unit;

    boolean accepted;

    @Nullable
    PersonId handler;

    boolean completed;
    boolean override;

    @Nullable
    String powersVersion;

    @Nullable
    UnitCode decidedUnit;

    @Nullable
    PersonId checker;

    @Nullable
    CheckResult lastCheck;

    CaseFile.@Nullable Closure closure;

    final OverlayDraft overlays;

    int returns;
    int reworks;
    int reopenings;
    int extensions;
    int suspensions;
    int supervisions;

    @Nullable
    CaseId parent;

    final List<CaseId> children = new ArrayList<>();
    final List<CaseFile.Exhibit> evidence = new ArrayList<>();

    @Nullable
    Sealed verificationNote;

    @Nullable
    Sealed progressNote;

    @Nullable
    Sealed result;

    @Nullable
    Sealed checkNote;

    @Nullable
    Sealed supervisionAnswer;

    final List<CaseFile.Callback> callbacks = new ArrayList<>();
    CaseFile.@Nullable Appeal appeal;
    CaseFile.@Nullable Archive archive;

    private final CaseFile.@Nullable Trace trace;
    private final Set<PersonId> people = new HashSet<>();

    /** Begins a file with the report that opens it. */
    Draft(Recorded<CaseEvent> recorded, CaseEvent.ReportRegistered report) {
        this.recorded = recorded;
        id = report.caseId();
        number = report.number();
        clocks = new ClockBoard();
        overlays = new OverlayDraft();
        status = CaseStatus.REPORTED;
        source = report.source();
        kind = report.kind();
        classification = report.classification();
        publicText = report.publicText();
        text = report.text();
        contact = report.contact();
        location = report.location();
        grid = report.grid();
        assetId = report.assetId();
        external = report.external();
        trace = null;
    }

    /** Takes up a file where it was left. */
    Draft(Recorded<CaseEvent> recorded, CaseFile before) {
        this.recorded = recorded;
        id = before.id();
        number = before.number();
        clocks = new ClockBoard(before.clocks());
        overlays = new OverlayDraft(before.overlays());
        status = before.status();
        var report = before.report();
        source = report.source();
        kind = report.kind();
        classification = report.classification();
        publicText = report.publicText();
        text = report.text();
        contact = report.contact();
        location = report.location();
        grid = report.grid();
        assetId = report.assetId();
        external = report.external();
        trace = before.trace();
        people.addAll(before.trace().people());
        takeUp(before.filing(), before.handling());
        takeUp(before.counters());
        parent = before.links().parent();
        children.addAll(before.links().children());
        evidence.addAll(before.evidence());
        takeUp(before.texts());
        callbacks.addAll(before.callbacks());
        appeal = before.appeal();
        archive = before.archive();
    }

    private void takeUp(CaseFile.Filing filing, CaseFile.Handling handling) {
        proposal = filing.proposal();
        standard = filing.standard();
        verificationWaived = filing.verificationWaived();
        verifier = filing.verifier();
        verdict = filing.verdict();
        rejected = filing.rejected();
        unit = handling.unit();
        accepted = handling.accepted();
        handler = handling.handler();
        completed = handling.completed();
        override = handling.override();
        powersVersion = handling.powersVersion();
        decidedUnit = handling.decidedUnit();
        checker = handling.checker();
        lastCheck = handling.lastCheck();
        closure = handling.closure();
    }

    private void takeUp(CaseFile.Counters counters) {
        returns = counters.returns();
        reworks = counters.reworks();
        reopenings = counters.reopenings();
        extensions = counters.extensions();
        suspensions = counters.suspensions();
        supervisions = counters.supervisions();
    }

    private void takeUp(CaseFile.Texts texts) {
        verificationNote = texts.verification();
        progressNote = texts.progress();
        result = texts.result();
        checkNote = texts.check();
        supervisionAnswer = texts.supervisionAnswer();
    }

    Envelope envelope() {
        return recorded.envelope();
    }

    /** Who did it; separation counts others too, but a wish is kept under the one who uttered it. */
    PersonId doer() {
        return envelope().actor().person();
    }

    void exhibit(List<Evidence> pieces) {
        for (var piece : pieces) {
            evidence.add(new CaseFile.Exhibit(piece.attachment(), piece.stage(), recorded.sequence(), doer()));
        }
    }

    /** Counts a person among those who have to do with the case. */
    PersonId involve(PersonId person) {
        people.add(person);
        return person;
    }

    CaseFile done() {
        clocks.abandonAllBut(status, effectiveAt());
        return new CaseFile(
                id,
                number,
                status,
                new CaseFile.Report(
                        source, kind, classification, publicText, text, contact, location, grid, assetId, external),
                new CaseFile.Filing(proposal, standard, verificationWaived, verifier, verdict, rejected),
                new CaseFile.Handling(
                        unit,
                        accepted,
                        handler,
                        completed,
                        override,
                        powersVersion,
                        decidedUnit,
                        checker,
                        lastCheck,
                        closure),
                overlays.done(status),
                clocks.asMap(),
                new CaseFile.Counters(returns, reworks, reopenings, extensions, suspensions, supervisions),
                new CaseFile.Links(parent, children),
                evidence,
                new CaseFile.Texts(verificationNote, progressNote, result, checkNote, supervisionAnswer),
                callbacks,
                appeal,
                archive,
                traced());
    }

    /** A change is never effective before the one it follows; the earlier claim stays in the envelope. */
    private Instant effectiveAt() {
        var claimed = envelope().occurredAt();
        return trace != null && trace.lastOccurredAt().isAfter(claimed) ? trace.lastOccurredAt() : claimed;
    }

    private CaseFile.Trace traced() {
        people.addAll(envelope().actor().persons());
        people.remove(Actor.SYSTEM.person());
        var occurredAt = envelope().occurredAt();
        return new CaseFile.Trace(
                recorded.sequence(),
                recorded.position(),
                trace == null ? recorded.recordedAt() : trace.firstRecordedAt(),
                recorded.recordedAt(),
                trace == null ? occurredAt : trace.firstOccurredAt(),
                occurredAt,
                people);
    }
}
