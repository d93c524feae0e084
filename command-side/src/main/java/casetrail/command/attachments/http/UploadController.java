package casetrail.command.attachments.http;

import casetrail.edge.attachments.AttachmentProperties;
import casetrail.edge.attachments.Attachments;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.Role;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes attachments in, one raw body each: a multipart request would be laid down on disk in the clear. */
@RestController
@Tag(name = "attachments")
public class UploadController {

    /** Everybody who can do something about a case may bring what bears witness to it. */
    private static final Set<Role> UPLOADERS = CaseTransitions.ALL.stream()
            .flatMap(row -> row.roles().stream())
            .filter(Role::canLogIn)
            .collect(Collectors.toUnmodifiableSet());

    private final Attachments attachments;
    private final AttachmentProperties properties;

    UploadController(Attachments attachments, AttachmentProperties properties) {
        this.attachments = attachments;
        this.properties = properties;
    }

    /**
     * A stored attachment.
     *
     * @param sha256 its address, by which commands refer to it
     * @param type what its first bytes say it is
     */
    record Uploaded(Sha256 sha256, long size, String type) {}

    @PostMapping(path = "/api/attachments", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "upload-attachment",
            summary = "Store an attachment",
            description =
                    "The body is the file itself. What it is is told by its first bytes, whatever `Content-Type`"
                            + " says: JPEG, PNG, GIF, WebP, PDF, MP4 or plain text. The same file again is the same attachment.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "201", description = "Stored; it is read by way of the cases that refer to it")
    ResponseEntity<Uploaded> upload(InputStream body, Asker asker) throws IOException {
        if (!asker.holdsAny(UPLOADERS)) {
            throw new RefusedException(Refusal.of(RefusalCode.FORBIDDEN_ROLE)
                    .with("allowed", UPLOADERS.stream().map(Role::name).sorted().collect(Collectors.joining(", "))));
        }
        var stored = attachments.put(body, properties.sizeMax().toBytes());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Uploaded(stored.sha256(), stored.size(), stored.kind().mediaType()));
    }
}
