package casetrail.query.timeline;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violations;
import casetrail.query.casefile.CaseReading;
import casetrail.query.casefile.Tongue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to one case, over HTTP. */
@RestController
@Tag(name = "cases: reading")
class TimelineController {

    /** How many events a page has if nothing else is asked for. */
    static final int LIMIT_DEFAULT = 100;

    /** The most events a page has. */
    static final int LIMIT_MAX = 500;

    private final CaseReading reading;

    TimelineController(CaseReading reading) {
        this.reading = reading;
    }

    @GetMapping(path = "/api/cases/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readTimeline",
            summary = "What happened to the case, event by event, in words",
            description =
                    "In English or Chinese by `Accept-Language`. Each event is told with who did it, by which way, why,"
                            + " on both clocks, with the fields that it changed and what it did to the case's clocks.",
            parameters = @Parameter(name = "id", description = "the case's id, `case-` and 26 characters"))
    @ApiResponse(responseCode = "200", description = "One page of events, oldest first")
    @ApiResponse(
            responseCode = "503",
            description =
                    "UNAVAILABLE: the log does not answer, or the version asked for did not come within 5 seconds")
    ResponseEntity<TimelineAnswer> read(
            @PathVariable String id,
            @RequestParam(required = false)
                    @Parameter(
                            description = "the sequence to begin with",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0", defaultValue = "0"))
                    @Nullable
                    String from,
            @RequestParam(required = false)
                    @Parameter(
                            description = "how many events at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
                    @Nullable
                    String limit,
            @RequestParam(name = "at-least-version", required = false)
                    @Parameter(
                            description = "wait until the case has this version, at most 5 seconds",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @Nullable
                    String atLeastVersion,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var violations = new Violations();
        var atLeast = CaseReading.count(violations, "at-least-version", atLeastVersion);
        var wanted = page(violations, from, limit);
        violations.refuseIfAny();
        var steps = new ArrayList<Telling.Step>();
        var found = reading.read(id, atLeast, asker, (stored, event, before, after) -> {
            if (event.sequence() >= wanted.from() && steps.size() < wanted.limit()) {
                steps.add(new Telling.Step(stored.name(), stored.revision(), event, before, after));
            }
        });
        var tongue = Tongue.of(locale);
        var telling = new Telling(tongue, found.opening());
        long version = found.file().trace().version();
        long next = wanted.from() + steps.size();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, tongue.locale().toLanguageTag())
                .body(new TimelineAnswer(
                        found.file().id().value(),
                        found.file().number().value(),
                        version,
                        steps.stream().map(telling::tell).toList(),
                        next <= version ? next : null));
    }

    private record Page(long from, long limit) {}

    private static Page page(Violations violations, @Nullable String from, @Nullable String limit) {
        var first = CaseReading.count(violations, "from", from);
        var most = CaseReading.count(violations, "limit", limit);
        if (most != null && (most < 1 || most > LIMIT_MAX)) {
            violations.add("query:limit", FaultRule.OUT_OF_RANGE, Map.of("value", most, "min", 1, "max", LIMIT_MAX));
        }
        return new Page(first == null ? 0 : first, most == null ? LIMIT_DEFAULT : most);
    }
}
