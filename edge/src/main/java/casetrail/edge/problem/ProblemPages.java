package casetrail.edge.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a problem's {@code type}, in English and Chinese: what the code means, what causes it, and what to do. */
@RestController
@Tag(name = "problems", description = "What the public codes of refusals mean")
public class ProblemPages {

    @Operation(operationId = "problem-page", summary = "What a code of a refusal means")
    @SecurityRequirements
    @GetMapping(path = "/problems/{slug}", produces = "text/markdown;charset=UTF-8")
    String page(@PathVariable String slug) {
        return Arrays.stream(RefusalCode.values())
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .flatMap(ProblemPages::of)
                .orElseThrow(() -> new RefusedException(RefusalCode.NOT_FOUND));
    }

    /** The page of a code, as it stands in {@code docs/errors}. */
    static Optional<String> of(RefusalCode code) {
        try (var page = ProblemPages.class.getResourceAsStream("pages/" + code.slug() + ".md")) {
            return page == null ? Optional.empty() : Optional.of(new String(page.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the page of %s cannot be read".formatted(code), e);
        }
    }
}
