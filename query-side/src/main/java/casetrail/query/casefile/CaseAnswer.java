package casetrail.query.casefile;

import casetrail.events.PersonId;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Classification;
import casetrail.events.cases.EvidenceStage;
import casetrail.events.cases.ExternalReference;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as one reader gets it.
 *
 * @param version the sequence of the last event; the answer's ETag, and what {@code If-Match} wants
 * @param position of the last event in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseAnswer(
        String id,
        String number,
        Coded status,
        Report report,
        CaseFile.Filing filing,
        CaseFile.Handling handling,
        CaseFile.Overlays overlays,
        List<CaseFile.Clock> clocks,
        CaseFile.Counters counters,
        CaseFile.Links links,
        List<Exhibit> evidence,
        Texts texts,
        List<CaseFile.Callback> callbacks,
        CaseFile.@Nullable Appeal appeal,
        CaseFile.@Nullable Archive archive,
        long version,
        long position,
        Instant firstRecordedAt,
        Instant lastRecordedAt,
        Instant firstOccurredAt,
        Instant lastOccurredAt) {

    /** What was reported, with the sealed parts as far as the reader may read them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            Source source,
            ProblemKind kind,
            @Nullable Classification classification,
            @Nullable String publicText,
            @Nullable OpenedText text,
            @Nullable OpenedText contact,
            Location location,
            GridPlacement grid,
            @Nullable String assetId,
            @Nullable ExternalReference external) {}

    /**
     * A piece of evidence.
     *
     * @param href where its content is read, by who may
     */
    record Exhibit(Sha256 attachment, String href, EvidenceStage stage, long sequence, PersonId by) {}

    /** The newest of each kind of sealed text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Texts(
            @Nullable OpenedText verification,
            @Nullable OpenedText progress,
            @Nullable OpenedText result,
            @Nullable OpenedText check,
            @Nullable OpenedText supervisionAnswer) {}

    static CaseAnswer of(CaseFile file, Opening opening, Tongue tongue) {
        var trace = file.trace();
        return new CaseAnswer(
                file.id().value(),
                file.number().value(),
                status(file.status(), tongue),
                report(file.report(), opening),
                file.filing(),
                file.handling(),
                file.overlays(),
                List.copyOf(file.clocks().values()),
                file.counters(),
                file.links(),
                file.evidence().stream().map(e -> exhibit(file.id(), e)).toList(),
                texts(file.texts(), opening),
                file.callbacks(),
                file.appeal(),
                file.archive(),
                trace.version(),
                trace.position(),
                trace.firstRecordedAt(),
                trace.lastRecordedAt(),
                trace.firstOccurredAt(),
                trace.lastOccurredAt());
    }

    private static Exhibit exhibit(CaseId id, CaseFile.Exhibit of) {
        var href = "/api/cases/%s/attachments/%s".formatted(id, of.attachment());
        return new Exhibit(of.attachment(), href, of.stage(), of.sequence(), of.by());
    }

    private static Coded status(CaseStatus status, Tongue tongue) {
        return new Coded(status.name(), tongue == Tongue.CHINESE ? status.chinese() : status.english());
    }

    private static Report report(CaseFile.Report report, Opening opening) {
        return new Report(
                report.source(),
                report.kind(),
                report.classification(),
                report.publicText(),
                opening.open(report.text()),
                opening.open(report.contact()),
                report.location(),
                report.grid(),
                report.assetId(),
                report.external());
    }

    private static Texts texts(CaseFile.Texts texts, Opening opening) {
        return new Texts(
                opening.open(texts.verification()),
                opening.open(texts.progress()),
                opening.open(texts.result()),
                opening.open(texts.check()),
                opening.open(texts.supervisionAnswer()));
    }
}
