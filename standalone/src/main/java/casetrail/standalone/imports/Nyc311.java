package casetrail.standalone.imports;

import static casetrail.standalone.imports.ForeignRequest.Standing.ACCEPTED;
import static casetrail.standalone.imports.ForeignRequest.Standing.CLOSED;
import static casetrail.standalone.imports.ForeignRequest.Standing.DISPATCHED;
import static casetrail.standalone.imports.ForeignRequest.Standing.IN_HANDS;

import casetrail.events.Sealed;
import casetrail.events.UnitCode;
import casetrail.events.cases.Classification;
import casetrail.events.cases.Location;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.Source;
import casetrail.standalone.imports.ForeignRequest.Standing;
import casetrail.standalone.imports.LocalTimes.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layout of New York City's "311 Service Requests". */
final class Nyc311 {

    static final Set<String> COLUMNS = Set.of(
            "Unique Key",
            "Created Date",
            "Closed Date",
            "Agency",
            "Complaint Type",
            "Descriptor",
            "Incident Zip",
            "Incident Address",
            "Intersection Street 1",
            "Intersection Street 2",
            "Status",
            "Due Date",
            "Resolution Description",
            "Resolution Action Updated Date",
            "Borough",
            "Latitude",
            "Longitude");

    private static final LocalTimes TIMES = new LocalTimes(
            ZoneId.of("America/New_York"),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("MM/dd/uuuu hh:mm:ss a")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));

    /** The complaint types that speak of a fixed thing and not of a behaviour or condition; the choice is ours. */
    private static final Set<String> ABOUT_COMPONENTS = Set.of(
            "Street Light Condition",
            "Traffic Signal Condition",
            "Street Sign - Damaged",
            "Street Sign - Dangling",
            "Street Sign - Missing",
            "Broken Parking Meter",
            "Curb Condition",
            "Sidewalk Condition",
            "Bridge Condition",
            "Damaged Tree",
            "Dead/Dying Tree",
            "Uprooted Stump");

    private Nyc311() {}

    static Reading read(Row row) {
        var fields = new RowFields(row, TIMES);
        var key = fields.key("Unique Key");
        var opened = fields.opened("Created Date");
        var type = fields.text("Complaint Type");
        if (type.isEmpty()) {
            fields.wrong("Complaint Type", "no class");
        }
        if (!fields.faults().isEmpty()) {
            return new Reading.Rejected(fields.faults());
        }
        var words = ForeignText.fitting(fields.text("Resolution Description"), Sealed.TEXT_MAX, fields.oddities());
        var standing = standing(fields, words);
        var limit = fields.limit(opened, fields.time("Due Date").map(Told::instant));
        var ended = ended(fields, standing, opened);
        var acted = standing.isEnd() || words.isEmpty() ? null : acted(fields, opened);
        if (standing.isEnd() && words.isEmpty()) {
            fields.odd(Anomaly.NO_RESULT_TEXT);
        }
        return new Reading.Understood(new ForeignRequest(
                key,
                opened,
                limit,
                acted,
                ended,
                standing,
                Source.PUBLIC,
                ABOUT_COMPONENTS.contains(type) ? ProblemKind.COMPONENT : ProblemKind.EVENT,
                classification(fields, type),
                publicText(fields, type),
                place(fields),
                unit(fields),
                words.isEmpty() ? null : words,
                fields.oddities()));
    }

    private static Standing standing(RowFields fields, String words) {
        return switch (fields.text("Status")) {
            case "Closed" -> CLOSED;
            case "Assigned" -> ACCEPTED;
            case "Started", "In Progress" -> IN_HANDS;
            case "Pending" -> {
                fields.odd(Anomaly.STATUS_PENDING);
                yield IN_HANDS;
            }
            // Whoever wrote about what is being done has taken the request up.
            case "Open" -> words.isEmpty() ? DISPATCHED : ACCEPTED;
            default -> {
                fields.odd(Anomaly.UNKNOWN_STATUS);
                yield words.isEmpty() ? DISPATCHED : ACCEPTED;
            }
        };
    }

    private static @Nullable Instant ended(RowFields fields, Standing standing, Instant opened) {
        var closed = fields.time("Closed Date");
        if (!standing.isEnd()) {
            if (closed.isPresent()) {
                fields.odd(Anomaly.CLOSE_DATE_ON_OPEN_CASE);
            }
            return null;
        }
        if (closed.isEmpty()) {
            fields.odd(Anomaly.NO_CLOSE_DATE);
            return opened;
        }
        closed.get().doubts().forEach(fields::odd);
        if (closed.get().instant().isBefore(opened)) {
            fields.odd(Anomaly.CLOSED_BEFORE_OPENED);
        }
        return closed.get().instant();
    }

    private static Instant acted(RowFields fields, Instant opened) {
        Optional<Instant> acted = fields.time("Resolution Action Updated Date").map(Told::instant);
        if (acted.isPresent() && acted.get().isBefore(opened)) {
            fields.odd(Anomaly.ACTION_BEFORE_OPENED);
        }
        return acted.orElse(opened);
    }

    private static Classification classification(RowFields fields, String type) {
        var descriptor = fields.text("Descriptor");
        if (descriptor.isEmpty()) {
            fields.odd(Anomaly.NO_SUBCLASS);
            descriptor = "unspecified";
        }
        return new Classification(
                ForeignText.code(type, RowFields.CODE_MAX), ForeignText.code(descriptor, RowFields.CODE_MAX));
    }

    private static String publicText(RowFields fields, String type) {
        var descriptor = fields.text("Descriptor");
        var text = descriptor.isEmpty() ? type : type + ": " + descriptor;
        return ForeignText.fitting(text, RowFields.PUBLIC_TEXT_MAX, fields.oddities());
    }

    private static Location place(RowFields fields) {
        var corner = Stream.of("Intersection Street 1", "Intersection Street 2")
                .map(fields::text)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" & "));
        var street = fields.text("Incident Address").isEmpty() ? corner : fields.text("Incident Address");
        var area = Stream.of("Borough", "Incident Zip")
                .map(fields::text)
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        var address = street.isEmpty() || area.isEmpty() ? street : street + ", " + area;
        return fields.location("Latitude", "Longitude", address, area);
    }

    private static UnitCode unit(RowFields fields) {
        if (fields.text("Agency").isEmpty()) {
            fields.odd(Anomaly.NO_UNIT);
            return Cast.unit("NYC", "unknown");
        }
        return Cast.unit("NYC", fields.text("Agency"));
    }
}
