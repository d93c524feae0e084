package casetrail.query;

import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.GridCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Datum;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report as a test tells it; what it does not say is as in the sample. */
public record Report(
        int running,
        String majorClass,
        String publicText,
        @Nullable String grid,
        @Nullable String latitude,
        @Nullable String longitude,
        Channel channel) {

    public static Report of(int running, String majorClass, String publicText) {
        return new Report(running, majorClass, publicText, null, null, null, Channel.WEB);
    }

    public Report in(String code) {
        return new Report(running, majorClass, publicText, code, latitude, longitude, channel);
    }

    public Report at(String north, String east) {
        return new Report(running, majorClass, publicText, grid, north, east, channel);
    }

    public Report by(Channel way) {
        return new Report(running, majorClass, publicText, grid, latitude, longitude, way);
    }

    public CaseId id() {
        return CaseId.forRequest("query-side", "report " + running);
    }

    public String number() {
        return CaseNumber.of(2026, running).value();
    }

    public CaseEvent.ReportRegistered event() {
        var sample = Samples.of(CaseEvent.ReportRegistered.class);
        var location = latitude == null || longitude == null
                ? new Location(null, null, null, null, "A-street " + running, null)
                : new Location(
                        new BigDecimal(latitude),
                        new BigDecimal(longitude),
                        Datum.WGS84,
                        "raw",
                        "A-street " + running,
                        null);
        return new CaseEvent.ReportRegistered(
                id(),
                CaseNumber.of(2026, running),
                sample.source(),
                sample.kind(),
                new Classification(majorClass, "0203"),
                publicText,
                sample.text(),
                sample.contact(),
                location,
                grid == null ? GridPlacement.UNLOCATED : GridPlacement.in(new GridCode(grid), 1),
                null,
                null,
                sample.evidence(),
                sample.accept());
    }

    /** Writes the report down. */
    public CaseId into(MemoryLog log, Actor actor, Instant at) {
        var of = Samples.envelope(actor, at);
        var envelope = new Envelope(
                of.actor(),
                channel,
                of.reason(),
                of.occurredAt(),
                of.assurance(),
                of.flags(),
                of.ruleVersions(),
                of.jurisdiction(),
                of.request(),
                of.correlationId(),
                of.causationId());
        log.append(id().stream(), at, envelope, event());
        return id();
    }
}
