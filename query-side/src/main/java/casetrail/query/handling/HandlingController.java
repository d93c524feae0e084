package casetrail.query.handling;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.PersonId;
import casetrail.events.UnitCode;
import casetrail.events.refusals.RefusalCode;
import casetrail.query.asking.KnownTo;
import casetrail.query.asking.Parameters;
import casetrail.query.casefile.Tongue;
import casetrail.views.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How units and staff handled cases, over HTTP. */
@RestController
@Tag(name = "handling history")
class HandlingController {

    private static final String PURPOSE = "handling-history";

    private final Histories histories;

    HandlingController(Histories histories) {
        this.histories = histories;
    }

    @GetMapping(path = "/api/units/{unit}/handling-history", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readHandlingHistoryOfUnit",
            summary = "Which cases a unit held, when, and how that ended",
            description =
                    "For who acts for the unit, and for SUPERVISOR, SHIFT_LEADER, DISPATCHER, STREET_LEAD, EVALUATOR, AUDITOR,"
                            + " PRIVACY_OFFICER and ANALYST. The case that changed last comes first.",
            parameters = @Parameter(name = "unit", description = "the unit's code"))
    @AsksForHistory
    @ApiResponse(
            responseCode = "200",
            description = "A page of cases with the unit's stints",
            headers = @Header(name = "Link", description = "the next page, `rel=\"next\"`, if there is one"))
    ResponseEntity<UnitHistory> ofUnit(
            @PathVariable String unit,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var of = named(unit, UnitCode::new);
        HandlingRights.mayLookAt(asker, of);
        var tongue = Tongue.of(locale);
        var path = "/api/units/%s/handling-history".formatted(of);
        var history = histories.of(of, asked(request), path, scope(asker), tongue);
        return told(tongue, history.next()).body(history);
    }

    @GetMapping(path = "/api/people/{person}/handling-history", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readHandlingHistoryOfPerson",
            summary = "What one of the staff did with which cases",
            description =
                    "One's own always; else for SUPERVISOR, SHIFT_LEADER, EVALUATOR, AUDITOR and PRIVACY_OFFICER. What somebody"
                            + " did as a resident is not in it. The case that changed last comes first.",
            parameters = @Parameter(name = "person", description = "the person's id, `person-...`"))
    @AsksForHistory
    @ApiResponse(
            responseCode = "200",
            description = "A page of cases with the person's acts, on both clocks",
            headers = @Header(name = "Link", description = "the next page, `rel=\"next\"`, if there is one"))
    ResponseEntity<PersonHistory> ofPerson(
            @PathVariable String person,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var of = named(person, PersonId::new);
        HandlingRights.mayLookAt(asker, of);
        var tongue = Tongue.of(locale);
        var path = "/api/people/%s/handling-history".formatted(of);
        var history = histories.of(of, asked(request), path, scope(asker), tongue);
        return told(tongue, history.next()).body(history);
    }

    @GetMapping(path = "/api/units/handling-sums", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "sumHandlingOfUnits",
            summary = "Returns, reworks, extensions, suspensions, supervisions and more, unit by unit",
            description =
                    "How often each happened while the unit held a case, in the cases that the asker may know of. One's own unit"
                            + " by `unit`; all units for who may read the handling history of any.",
            parameters = {
                @Parameter(
                        name = "unit",
                        in = ParameterIn.QUERY,
                        description = "only this unit",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "at-least-position",
                        in = ParameterIn.QUERY,
                        description =
                                "wait until the event at this position of the log is counted in, at most 5 seconds",
                        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
            })
    @ApiResponse(responseCode = "200", description = "The numbers by unit, in the order of the codes")
    ResponseEntity<UnitSums> sums(
            @Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) Asker asker) {
        var asked = asked(request);
        var unit = asked.one("unit", UnitCode::new);
        if (unit != null) {
            HandlingRights.mayLookAt(asker, unit);
        } else if (asked.violations().isEmpty()) {
            HandlingRights.mayLookAtAll(asker);
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(histories.sums(unit, asked, scope(asker)));
    }

    private static Parameters asked(HttpServletRequest request) {
        return new Parameters(request.getParameterMap());
    }

    private static Scope scope(Asker asker) {
        return KnownTo.scope(asker, PURPOSE);
    }

    private static ResponseEntity.BodyBuilder told(Tongue tongue, @Nullable String next) {
        var answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, tongue.locale().toLanguageTag());
        return next == null ? answer : answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
    }

    /** What cannot be a code or an id names nothing. */
    private static <T> T named(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }
}
