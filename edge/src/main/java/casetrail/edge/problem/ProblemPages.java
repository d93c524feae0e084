package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a problem's {@code type}: what the code means and what to do. */
@RestController
@Tag(name = "problems", description = "What the public codes of refusals mean")
public class ProblemPages {

    private final Wording wording;

    ProblemPages(Wording wording) {
        this.wording = wording;
    }

    @Operation(operationId = "problem-page", summary = "What a code of a refusal means")
    @SecurityRequirements
    @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String page(@PathVariable String slug, Locale locale) {
        var code = Arrays.stream(RefusalCode.values())
                .filter(c -> c.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
        var words = wording.of(Refusal.of(code), locale);
        return """
                %s (%d %s)

                %s

                -> %s

                docs/errors/%s.md
                """.formatted(
                        words.title(), ProblemStatus.of(code).status(), code, words.detail(), words.remedy(), slug);
    }
}
