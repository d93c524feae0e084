package casetrail.command.cases.http;

import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every command about a case. A document of its own describes the paths, one for each command. What is answered is told by each mapping, so
 * that who takes none of it is refused before anything is done.
 */
@Hidden
@RestController
class CaseController {

    private final CaseDesk desk;
    private final Replies replies;

    CaseController(CaseDesk desk, Replies replies) {
        this.desk = desk;
        this.replies = replies;
    }

    @PostMapping(
            path = "/api/cases",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> registerReport(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request,
            Locale locale) {
        return create(CaseCommandName.REGISTER_REPORT, body, key, dryRun, asker, wish, request, locale);
    }

    @PostMapping(
            path = "/api/cases/record-on-site-resolution",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> recordOnSiteResolution(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request,
            Locale locale) {
        return create(CaseCommandName.RECORD_ON_SITE_RESOLUTION, body, key, dryRun, asker, wish, request, locale);
    }

    private ResponseEntity<?> create(
            CaseCommandName command,
            byte @Nullable [] body,
            @Nullable String key,
            boolean dryRun,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request,
            Locale locale) {
        var ask = new Ask(command, null, RequestBodies.tree(body), null, key, asker, wish, dryRun, Ask.Places.SINGLE);
        return replies.reply(Waiting.until(desk.begin(ask, new Violations())), locale, request.getRequestURI());
    }

    @PostMapping(
            path = "/api/cases/{id}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> command(
            @PathVariable String id,
            @PathVariable String command,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = VersionHeader.NAME, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request,
            Locale locale) {
        var name = CaseCommandName.ofPath(command)
                .filter(c -> !RequestForm.isCreation(c))
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var violations = new Violations();
        var unseen =
                new Ask(name, caseId(id), RequestBodies.tree(body), null, key, asker, wish, dryRun, Ask.Places.SINGLE);
        Ask ask;
        try {
            ask = unseen.having(VersionHeader.read(ifMatch, violations));
        } catch (RefusedException e) {
            throw desk.recorded(unseen, e);
        }
        return replies.reply(Waiting.until(desk.begin(ask, violations)), locale, request.getRequestURI());
    }

    /** What is no id names nothing. */
    static CaseId caseId(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }
}
