package casetrail.query.caselist;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.refusals.RefusalCode;
import casetrail.query.asking.Freshness;
import casetrail.query.asking.Parameters;
import casetrail.query.asking.TableAsked;
import casetrail.query.casefile.Tongue;
import casetrail.views.Condition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The cases that wait for somebody, over HTTP. */
@RestController
@Tag(name = "cases: lists")
class WorklistController {

    static final String PATH = "/api/worklists";
    private static final String PURPOSE = "worklist";

    private final CaseLists lists;

    WorklistController(CaseLists lists) {
        this.lists = lists;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "readWorklists",
            summary = "What waits for the asker",
            description =
                    "By each of the asker's standings: how many cases wait, for which commands, and how many are overdue."
                            + " A request of one's own is counted too, though somebody else has to decide it.",
            parameters =
                    @Parameter(
                            name = "at-least-position",
                            in = ParameterIn.QUERY,
                            description = "wait until the event at this position is counted in, at most 5 seconds",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0")))
    @ApiResponse(responseCode = "200", description = "One worklist for each standing that work can wait for")
    ResponseEntity<Worklists> all(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var asked = new Parameters(request.getParameterMap());
        var position = Freshness.asked(asked);
        asked.refuseFaults();
        lists.await(position);
        var reader = new CaseLists.Reader(asker, PURPOSE, Tongue.of(locale));
        return CaseAnswers.told(reader.tongue()).body(new WorklistReading(lists, reader, lists.now()).all());
    }

    @GetMapping(
            path = PATH + "/{role}",
            produces = {MediaType.APPLICATION_JSON_VALUE, TableAsked.CSV_VALUE})
    @Operation(
            operationId = "readWorklist",
            summary = "The cases that wait for a role",
            description =
                    "One's own worklist; that of a unit's coordinators and field workers for its coordinators; anybody's for"
                            + " SUPERVISOR, SHIFT_LEADER and STREET_LEAD. What is due first comes first if no order is asked for.",
            parameters = {
                @Parameter(name = "role", description = "a role in kebab case, for example `dept-lead`"),
                @Parameter(
                        name = "person",
                        in = ParameterIn.QUERY,
                        description =
                                "whose work, where a case waits for one person; the asker's own if it is not said",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "duty",
                        in = ParameterIn.QUERY,
                        description =
                                "a command that the cases wait for, for example `accept-assignment`; repeated: any",
                        array = @ArraySchema(schema = @Schema(type = "string")))
            })
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
    ResponseEntity<Object> one(
            @PathVariable String role,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) Asker asker,
            @Parameter(hidden = true) Locale locale) {
        var meant = Parameters.kebab(Role.class).get(role);
        var duties = meant == null ? List.<Duty>of() : Duty.of(meant);
        if (meant == null || duties.isEmpty()) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
        var asked = new Parameters(request.getParameterMap());
        var person = asked.one("person", PersonId::new);
        // Other faults of it are found where it is read as a filter.
        var unit = asked.all("unit", u -> u).size() == 1 ? asked.one("unit", UnitCode::new) : null;
        var chosen = chosen(asked, duties);
        if (asked.violations().isEmpty()) {
            var waiting = Duty.waiting(chosen, Bench.of(asker, meant, person, unit));
            return answer(asked, waiting, role, asker, locale, request);
        }
        // Every other fault of the question is told along with these.
        return answer(asked, Condition.nothing(), role, asker, locale, request);
    }

    private ResponseEntity<Object> answer(
            Parameters asked, Condition waiting, String role, Asker asker, Locale locale, HttpServletRequest request) {
        var tongue = Tongue.of(locale);
        var reader = new CaseLists.Reader(asker, PURPOSE, tongue);
        var rows = lists.read(asked, PATH + "/" + role, waiting, Sorting.DUE, reader);
        return CaseAnswers.of(rows, tongue, request);
    }

    private static List<Duty> chosen(Parameters asked, List<Duty> duties) {
        var commands = asked.words(
                "duty",
                duties.stream()
                        .map(Duty::command)
                        .collect(Collectors.toMap(CaseCommandName::path, c -> c, (a, b) -> a, TreeMap::new)));
        return commands.isEmpty()
                ? duties
                : duties.stream().filter(d -> commands.contains(d.command())).toList();
    }
}
