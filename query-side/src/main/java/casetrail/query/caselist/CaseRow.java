package casetrail.query.caselist;

import casetrail.events.Channel;
import casetrail.events.GridCode;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.Classification;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import casetrail.events.cases.Stage;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.Coded;
import casetrail.query.casefile.Tongue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands in a list: no free text, no contact, nothing sealed.
 *
 * @param parent the case that it goes on as a part of
 * @param due the running clock that has to be finished first
 * @param openedAt when the log learned of the report
 * @param reportedAt when it was reported in the field
 * @param updatedAt when the log learned of the last event
 * @param version the sequence of the last event that is counted in; what {@code If-Match} wants
 * @param position of that event in the log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseRow(
        CaseId id,
        String number,
        Coded status,
        ProblemKind kind,
        @Nullable Classification classification,
        @Nullable String publicText,
        Place place,
        @Nullable UnitCode unit,
        @Nullable PersonId handler,
        Channel channel,
        Source source,
        @Nullable CaseId parent,
        List<Coded> flags,
        long priority,
        @Nullable Due due,
        CaseFile.Counters counters,
        Instant openedAt,
        Instant reportedAt,
        Instant updatedAt,
        long version,
        long position) {

    /** Where it is, in WGS-84. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String address,
            @Nullable String addressId,
            @Nullable GridCode grid) {}

    /**
     * By when what has to be finished.
     *
     * @param remainingSeconds from the moment of the answer; below 0 when overdue
     */
    record Due(Stage stage, int round, Instant deadline, long remainingSeconds) {}

    static CaseRow of(CaseListing listing, Instant now, Tongue tongue) {
        var file = listing.file();
        var report = file.report();
        var trace = file.trace();
        return new CaseRow(
                file.id(),
                file.number().value(),
                status(file, tongue),
                report.kind(),
                report.classification(),
                report.publicText(),
                place(report),
                file.handling().unit(),
                file.handling().handler(),
                listing.channel(),
                report.source(),
                file.links().parent(),
                CaseFlag.of(file).stream()
                        .map(f -> new Coded(f.code(), f.words(tongue)))
                        .toList(),
                Priority.of(file),
                due(file, now),
                file.counters(),
                trace.firstRecordedAt(),
                trace.firstOccurredAt(),
                trace.lastRecordedAt(),
                trace.version(),
                trace.position());
    }

    private static Coded status(CaseFile file, Tongue tongue) {
        var status = file.status();
        return new Coded(status.name(), tongue == Tongue.CHINESE ? status.chinese() : status.english());
    }

    private static Place place(CaseFile.Report report) {
        var at = report.location();
        return new Place(
                at.latitude(),
                at.longitude(),
                at.address(),
                at.addressId(),
                report.grid().grid());
    }

    private static @Nullable Due due(CaseFile file, Instant now) {
        return CaseFields.due(file)
                .map(c -> new Due(c.stage(), c.round(), c.deadline(), remaining(now, c.deadline())))
                .orElse(null);
    }

    /** Whole seconds toward the past, so that a fraction never becomes time that is not left. */
    private static long remaining(Instant now, Instant deadline) {
        return Math.floorDiv(Duration.between(now, deadline).toMillis(), 1_000L);
    }
}
