package casetrail.query.casefile;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.Violations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How one case stands, over HTTP. */
@RestController
@Tag(name = "cases: reading")
class CaseFileController {

    private final CaseReading reading;

    CaseFileController(CaseReading reading) {
        this.reading = reading;
    }

    @GetMapping(path = "/api/cases/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readCase",
            summary = "How the case stands",
            description =
                    "Folded from the case's own events at this moment. Sealed texts are opened for who may read them;"
                            + " a case that is visible to few is answered like one that does not exist.",
            parameters = @Parameter(name = "id", description = "the case's id, `case-` and 26 characters"))
    @ApiResponse(
            responseCode = "200",
            description = "The case",
            headers =
                    @Header(
                            name = "ETag",
                            description =
                                    "the version in quotes, for `If-Match`; with the language if it is not English, for example `\"7-zh\"`"))
    @ApiResponse(
            responseCode = "304",
            description = "Unchanged since the version in `If-None-Match`, which is in the language asked for",
            content = @Content)
    @ApiResponse(
            responseCode = "503",
            description =
                    "UNAVAILABLE: the log does not answer, or the version asked for did not come within 5 seconds")
    ResponseEntity<CaseAnswer> read(
            @PathVariable String id,
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
        violations.refuseIfAny();
        var found = reading.read(id, atLeast, asker, (stored, event, before, after) -> {});
        var tongue = Tongue.of(locale);
        return ResponseEntity.ok()
                .eTag(tongue.etag(found.file().trace().version()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, tongue.locale().toLanguageTag())
                .body(CaseAnswer.of(found.file(), found.opening(), tongue));
    }
}
