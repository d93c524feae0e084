package casetrail.query.caselist;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.FaultRule;
import casetrail.query.asking.Freshness;
import casetrail.query.asking.KnownTo;
import casetrail.query.asking.Parameters;
import casetrail.query.asking.RecentAnswers;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of cases, over HTTP. */
@RestController
@Tag(name = "cases: lists")
class CountController {

    private final CaseLists lists;
    private final RecentAnswers<CaseCounts> recent = new RecentAnswers<>();

    CountController(CaseLists lists) {
        this.lists = lists;
    }

    private record Asked(Map<String, List<String>> parameters, Condition known, Tongue tongue) {}

    @GetMapping(path = "/api/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "countCases",
            summary = "How many cases there are, by something",
            description =
                    "Of the cases that the asker may know of and that fit the filters, the same as for `/api/cases`. What takes long"
                            + " to count is kept for up to 30 seconds; `at` says when it was counted. An answer"
                            + " that may lack `at-least-position` is not given.",
            parameters =
                    @Parameter(
                            name = "by",
                            in = ParameterIn.QUERY,
                            required = true,
                            description =
                                    "by area and flag a case counts under each that it has; ages are since the report was recorded",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "state",
                                                "class",
                                                "subclass",
                                                "unit",
                                                "area",
                                                "channel",
                                                "source",
                                                "flag",
                                                "age"
                                            })))
    @AsksForCases
    @ApiResponse(
            responseCode = "200",
            description = "The values with the most cases first, at most 500; ages in their order")
    ResponseEntity<CaseCounts> count(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var asked = new Parameters(request.getParameterMap());
        var by = asked.word("by", Parameters.kebab(Counting.class));
        if (request.getParameter("by") == null) {
            asked.violations().add("query:by", FaultRule.MISSING);
        }
        var now = lists.now();
        var where = CaseFilters.read(asked, now);
        var position = Freshness.asked(asked);
        asked.refuseFaults();
        lists.await(position);
        var reader = new CaseLists.Reader(asker, "case-counts", Tongue.of(locale));
        var counting = Objects.requireNonNull(by);
        Supplier<CaseCounts> count = () -> counting.count(lists.reader(), reader.scope(), where, now, reader.tongue());
        var question = new Asked(Freshness.anyway(asked), KnownTo.condition(reader.scope()), reader.tongue());
        return CaseAnswers.told(reader.tongue()).body(recent.of(question, position, count));
    }
}
