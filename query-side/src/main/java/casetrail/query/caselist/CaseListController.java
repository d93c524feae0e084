package casetrail.query.caselist;

import casetrail.edge.identity.Asker;
import casetrail.query.asking.Parameters;
import casetrail.query.asking.TableAsked;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases as a list, over HTTP. */
@RestController
@Tag(name = "cases: lists")
class CaseListController {

    private static final String PATH = "/api/cases";

    private final CaseLists lists;

    CaseListController(CaseLists lists) {
        this.lists = lists;
    }

    @GetMapping(
            path = PATH,
            produces = {MediaType.APPLICATION_JSON_VALUE, TableAsked.CSV_VALUE})
    @Operation(
            operationId = "listCases",
            summary = "Cases by what they are",
            description =
                    "Every filter that is given must fit. Only cases that the asker may know of are there. JSON, or CSV by"
                            + " `Accept`; nothing sealed is in either. What is in the list may be moments behind the log; see"
                            + " `at-least-position`.")
    @AsksForCases
    @AsksForPages
    @ApiResponse(
            responseCode = "200",
            description = "A page of cases",
            headers = @Header(name = "Link", description = "the next page, `rel=\"next\"`, if there is one"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = CaseRows.class)),
                @Content(mediaType = TableAsked.CSV_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "406", description = "NOT_ACCEPTABLE")
    @ApiResponse(
            responseCode = "503",
            description =
                    "UNAVAILABLE: the views do not answer, or the position asked for did not come within 5 seconds")
    ResponseEntity<Object> list(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var tongue = Tongue.of(locale);
        var reader = new CaseLists.Reader(asker, "case-list", tongue);
        var rows = lists.read(
                new Parameters(request.getParameterMap()), PATH, Condition.everything(), Sorting.UPDATED, reader);
        return CaseAnswers.of(rows, tongue, request);
    }
}
