package casetrail.standalone.imports;

import static casetrail.standalone.imports.ForeignRequest.Standing.CLOSED;
import static casetrail.standalone.imports.ForeignRequest.Standing.DISPATCHED;
import static casetrail.standalone.imports.ForeignRequest.Standing.DUPLICATE;
import static casetrail.standalone.imports.ForeignRequest.Standing.INVALID;
import static casetrail.standalone.imports.ForeignRequest.Standing.REFERRED;

import casetrail.events.cases.Classification;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import casetrail.standalone.imports.ForeignRequest.Standing;
import casetrail.standalone.imports.LocalTimes.Told;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The layout of Boston's "311 service requests", with the two columns that stand for its free-text closure reason. */
final class Boston311 {

    static final Set<String> COLUMNS = Set.of(
            "case_enquiry_id",
            "open_dt",
            "sla_target_dt",
            "closed_dt",
            "on_time",
            "case_status",
            "case_title",
            "subject",
            "type",
            "queue",
            "department",
            "location",
            "neighborhood",
            "latitude",
            "longitude",
            "source",
            "closure_outcome",
            "closure_stamp");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .append(SECONDS)
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final LocalTimes TIMES = new LocalTimes(ZoneId.of("America/New_York"), SECONDS);
    private static final Set<String> BY_CITY_WORKERS = Set.of("City Worker App", "Employee Generated");

    private Boston311() {}

    static Reading read(Row row) {
        var fields = new RowFields(row, TIMES);
        var key = fields.key("case_enquiry_id");
        var opened = fields.opened("open_dt");
        var type = fields.text("type");
        if (type.isEmpty()) {
            fields.wrong("type", "no class");
        }
        if (!fields.faults().isEmpty()) {
            return new Reading.Rejected(fields.faults());
        }
        var subject = fields.text("subject").isEmpty() ? "unspecified" : fields.text("subject");
        var due = fields.time("sla_target_dt").map(Told::instant);
        var closed = closed(fields);
        var standing = standing(fields);
        var limit = fields.limit(opened, due);
        judge(fields, standing, opened, due, closed);
        var title = fields.text("case_title").isEmpty() ? type : fields.text("case_title");
        return new Reading.Understood(new ForeignRequest(
                key,
                opened,
                limit,
                null,
                standing.isEnd() ? closed.orElse(opened) : null,
                standing,
                source(fields.text("source")),
                ProblemKind.EVENT,
                new Classification(
                        ForeignText.code(subject, RowFields.CODE_MAX), ForeignText.code(type, RowFields.CODE_MAX)),
                ForeignText.fitting(title, RowFields.PUBLIC_TEXT_MAX, fields.oddities()),
                fields.location("latitude", "longitude", fields.text("location"), fields.text("neighborhood")),
                Cast.unit("BOS", unitName(fields)),
                fields.text("closure_outcome").isEmpty() ? null : fields.text("closure_outcome"),
                fields.oddities()));
    }

    private static Standing standing(RowFields fields) {
        return switch (fields.text("case_status")) {
            case "Closed" ->
                switch (fields.text("closure_outcome")) {
                    case "Invalid" -> INVALID;
                    case "Referred" -> REFERRED;
                    case "Duplicate" -> {
                        fields.odd(Anomaly.DUPLICATE_WITHOUT_PARENT);
                        yield DUPLICATE;
                    }
                    default -> CLOSED;
                };
            case "Open" -> DISPATCHED;
            default -> {
                fields.odd(Anomaly.UNKNOWN_STATUS);
                yield DISPATCHED;
            }
        };
    }

    /** The closing time; its stamp in UTC, where there is one, is the same instant and settles what the local time leaves open. */
    private static Optional<Instant> closed(RowFields fields) {
        var told = fields.time("closed_dt");
        var stamp = stamp(fields);
        if (told.isEmpty()) {
            if (stamp.isPresent()) {
                fields.odd(Anomaly.CLOSE_DATE_ON_OPEN_CASE);
            }
            return Optional.empty();
        }
        if (stamp.isPresent()) {
            var second = stamp.get().truncatedTo(ChronoUnit.SECONDS);
            if (told.get().candidates().contains(second)) {
                return stamp;
            }
            fields.odd(Anomaly.CLOSE_STAMP_DISAGREES);
        }
        told.get().doubts().forEach(fields::odd);
        return told.map(Told::instant);
    }

    private static Optional<Instant> stamp(RowFields fields) {
        var text = fields.text("closure_stamp");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text, STAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            fields.odd(Anomaly.UNREADABLE_DATE);
            return Optional.empty();
        }
    }

    private static void judge(
            RowFields fields, Standing standing, Instant opened, Optional<Instant> due, Optional<Instant> closed) {
        var flag = fields.text("on_time");
        if (standing.isEnd()) {
            if (closed.isEmpty()) {
                fields.odd(Anomaly.NO_CLOSE_DATE);
            } else if (closed.get().isBefore(opened)) {
                fields.odd(Anomaly.CLOSED_BEFORE_OPENED);
            }
            if (standing == CLOSED && fields.text("closure_outcome").isEmpty()) {
                fields.odd(Anomaly.NO_RESULT_TEXT);
            }
        } else if (closed.isPresent()) {
            fields.odd(Anomaly.CLOSE_DATE_ON_OPEN_CASE);
        } else if (flag.equals("OVERDUE")) {
            fields.odd(Anomaly.OPEN_OVERDUE);
        }
        if (closed.isPresent() && due.isPresent()) {
            boolean late = closed.get().truncatedTo(ChronoUnit.SECONDS).isAfter(due.get());
            if (!flag.equals(late ? "OVERDUE" : "ONTIME")) {
                fields.odd(Anomaly.ON_TIME_DISAGREES);
            }
        }
    }

    private static Source source(String source) {
        if (BY_CITY_WORKERS.contains(source)) {
            return Source.COLLECTOR;
        }
        return source.equals("Maximo Integration") ? Source.TRANSFER : Source.PUBLIC;
    }

    /** The queue names the district or section; what stands behind its colon is only the district's name in words. */
    private static String unitName(RowFields fields) {
        var queue = fields.text("queue");
        if (!queue.isEmpty()) {
            return queue.contains(": ") ? queue.substring(0, queue.indexOf(": ")) : queue;
        }
        if (fields.text("department").isEmpty()) {
            fields.odd(Anomaly.NO_UNIT);
            return "unknown";
        }
        return fields.text("department");
    }
}
