package casetrail.query.attachments;

import casetrail.edge.attachments.Attachments;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.Sha256;
import casetrail.events.refusals.RefusalCode;
import casetrail.query.casefile.CaseReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives the attachments of a case out, to who may read the case, as files: nothing that somebody brought is ever rendered or run in the
 * reader's browser.
 */
@RestController
@Tag(name = "attachments")
public class DownloadController {

    private final CaseReading reading;
    private final Attachments attachments;

    DownloadController(CaseReading reading, Attachments attachments) {
        this.reading = reading;
        this.attachments = attachments;
    }

    @GetMapping("/api/cases/{id}/attachments/{sha256}")
    @Operation(
            operationId = "download-attachment",
            summary = "Read an attachment of the case",
            description =
                    "Always as a file to be saved, never to be shown in place. What no event of the case refers to is not found.",
            parameters = {
                @Parameter(name = "id", description = "the case's id, `case-` and 26 characters"),
                @Parameter(name = "sha256", description = "its address")
            })
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "403",
            description = "FORBIDDEN_ROLE: the case may be known, but not what its pictures show")
    @ApiResponse(
            responseCode = "404",
            description = "NOT_FOUND: there is no such case, or none that may be known, or it has no such attachment")
    @ApiResponse(responseCode = "503", description = "UNAVAILABLE: the log does not answer")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String id, @PathVariable String sha256, @Parameter(hidden = true) Asker asker) {
        var found = reading.read(id, null, asker, (stored, event, before, after) -> {});
        if (!found.rights().pictures()) {
            throw new RefusedException(RefusalCode.FORBIDDEN_ROLE);
        }
        var address = address(sha256);
        if (found.file().evidence().stream().noneMatch(e -> e.attachment().equals(address))) {
            throw new RefusedException(RefusalCode.NOT_FOUND);
        }
        var opened = attachments.open(address).orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
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
