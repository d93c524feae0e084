package casetrail.command.cases.http;

import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.CaseRules;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.CaseVisibility;
import casetrail.command.cases.FindCase;
import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Standing;
import casetrail.edge.problem.RefusedException;
import casetrail.events.Actor;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the asker could do with a case now. */
@RestController
@Tag(name = "cases: commands")
class AllowedController {

    private final FindCase cases;
    private final CaseRulebook rulebook;
    private final InstantSource clock;

    AllowedController(FindCase cases, CaseRulebook rulebook, InstantSource clock) {
        this.cases = cases;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** A case, and what may be done with it; whether it is done may still depend on what exactly is asked. */
    record AllowedCommands(
            CaseId id, CaseNumber number, long version, CaseStatus status, List<AllowedCommand> commands) {}

    /**
     * One command.
     *
     * @param command as it stands in paths
     * @param actingAs the asker's grants by which it is allowed, as {@code Casetrail-Acting-As} names them
     */
    record AllowedCommand(String command, String href, boolean reasonRequired, List<String> actingAs) {}

    @GetMapping(path = "/api/cases/{id}/allowed-commands", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "allowed-commands",
            summary = "What you may do with the case now",
            description =
                    "For everything that you may act as. Whether a command is done may still depend on what it asks.",
            parameters = @Parameter(name = "id", description = "the case's id, `case-` and 26 characters"))
    @ApiResponse(
            responseCode = "200",
            description = "The commands",
            headers =
                    @Header(
                            name = "ETag",
                            description = "the case's version in quotes, for `If-Match`",
                            schema = @Schema(type = "string")))
    ResponseEntity<AllowedCommands> allowed(@PathVariable String id, Asker asker, ActingWish wish) {
        var caseId = CaseController.caseId(id);
        var state = cases.find(caseId).orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var knowing = asker.standings().stream()
                .filter(wish::fits)
                .filter(s -> CaseVisibility.mayKnow(state, actor(asker, s, wish)))
                .toList();
        var intake = state.intake();
        var status = state.status();
        if (knowing.isEmpty() || intake == null || status == null) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
        var answer = new AllowedCommands(
                caseId, intake.number(), state.sequence(), status, commands(caseId, state, asker, knowing, wish));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(VersionHeader.etag(state.sequence()))
                .body(answer);
    }

    private List<AllowedCommand> commands(
            CaseId id, CaseState state, Asker asker, List<Standing> knowing, ActingWish wish) {
        var now = clock.instant();
        Map<CaseCommandName, List<String>> grants = new TreeMap<>();
        for (var standing : knowing) {
            var actor = actor(asker, standing, wish);
            CaseRules.allowed(state, actor, now, rulebook.policy(now), rulebook.clocks(now)).stream()
                    .filter(RequestForm::isForPersons)
                    .forEach(c ->
                            grants.computeIfAbsent(c, any -> new ArrayList<>()).add(name(standing)));
        }
        return grants.entrySet().stream()
                .map(e -> new AllowedCommand(
                        e.getKey().path(),
                        "/api/cases/%s/%s".formatted(id, e.getKey().path()),
                        CaseTransitions.of(e.getKey()).reasonRequired(),
                        e.getValue().stream().distinct().toList()))
                .toList();
    }

    private static Actor actor(Asker asker, Standing standing, ActingWish wish) {
        return new Actor(asker.person(), standing.role(), standing.unit(), wish.onBehalfOf());
    }

    private static String name(Standing standing) {
        return standing.unit() == null
                ? standing.role().name()
                : standing.role().name() + "@" + standing.unit();
    }
}
