package casetrail.edge.problem;

import casetrail.events.cases.CaseCommandName;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Puts refusals into the asker's words and into the one shape that every error answer has. */
public final class Problems {

    /** How long a client is asked to wait before it tries again what may succeed later. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Wording wording;
    private final Consumer<RefusalCode> told;

    /** @param told hears the code of every refusal, outage and defect that is answered */
    public Problems(Wording wording, Consumer<RefusalCode> told) {
        this.wording = wording;
        this.told = told;
    }

    /**
     * The answer to a refusal.
     *
     * @param instance the path that was asked
     */
    public ResponseEntity<Problem> of(Refusal refusal, Locale locale, String instance) {
        return of(refusal, List.of(), locale, instance);
    }

    /** The same, telling the faults of a request that is not well formed. */
    public ResponseEntity<Problem> of(Refusal refusal, List<Violation> violations, Locale locale, String instance) {
        var problem = problem(refusal, violations, locale, instance);
        var response = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        wording.languageFor(locale).toLanguageTag());
        if (ProblemStatus.of(refusal.code()).retryable()) {
            var seconds = refusal.facts().getOrDefault("retryAfterSeconds", Long.toString(RETRY_AFTER.toSeconds()));
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (refusal.code() == RefusalCode.NOT_AUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"casetrail\", charset=\"UTF-8\"", "Bearer");
        }
        return response.body(problem);
    }

    /** The body alone, for an item of a bulk answer. */
    public Problem problem(Refusal refusal, List<Violation> violations, Locale locale, String instance) {
        told.accept(refusal.code());
        var words = wording.of(refusal, locale);
        return new Problem(
                "/problems/" + refusal.code().slug(),
                words.title(),
                ProblemStatus.of(refusal.code()).status(),
                words.detail(),
                instance,
                refusal.code().name(),
                words.remedy(),
                refusal.guard() == null ? null : refusal.guard().name(),
                refusal.facts(),
                refusal.allowed().stream().map(CaseCommandName::path).toList(),
                violations.stream().map(v -> wording.of(v, locale)).toList(),
                List.of());
    }
}
