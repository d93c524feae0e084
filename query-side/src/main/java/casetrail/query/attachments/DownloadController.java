package casetrail.query.attachments;

import casetrail.edge.attachments.Attachments;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.Role;
import casetrail.events.Sha256;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives attachments out as files: nothing that somebody brought is ever rendered or run in the reader's browser. */
@RestController
@Tag(name = "attachments")
public class DownloadController {

    /** Pictures may show anybody: who works on cases sees them, who keeps figures, accounts and the audit does not (domain 9.4). */
    private static final Set<Role> READERS = EnumSet.of(
            Role.GRID_MEMBER,
            Role.ACCEPTOR,
            Role.SHIFT_LEADER,
            Role.DISPATCHER,
            Role.DEPT_LEAD,
            Role.HANDLER,
            Role.STREET_LEAD,
            Role.COMMUNITY_LEAD,
            Role.SUPERVISOR,
            Role.EVALUATOR,
            Role.PRIVACY_OFFICER);

    private final Attachments attachments;

    DownloadController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/api/attachments/{sha256}")
    @Operation(
            operationId = "download-attachment",
            summary = "Read an attachment",
            description = "Always as a file to be saved, never to be shown in place.",
            parameters = @Parameter(name = "sha256", description = "its address"))
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<InputStreamResource> download(@PathVariable String sha256, Asker asker) {
        if (!asker.holdsAny(READERS)) {
            throw new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                    .with("allowed", READERS.stream().map(Role::name).collect(Collectors.joining(", "))));
        }
        var opened = attachments.open(address(sha256)).orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var stored = opened.stored();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(stored.kind().mediaType()))
                .contentLength(stored.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.sha256().value().substring(0, 12) + "."
                                        + stored.kind().extension())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(opened.content()));
    }

    private static Sha256 address(String text) {
        try {
            return new Sha256(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
    }
}
