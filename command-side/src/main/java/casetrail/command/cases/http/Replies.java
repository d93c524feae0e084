package casetrail.command.cases.http;

import casetrail.edge.problem.Problem;
import casetrail.edge.problem.Problems;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Puts what became of an ask into an answer over HTTP. */
record Replies(Problems problems) {

    /** The header that names the position of the last event. */
    static final String POSITION = "Casetrail-Position";

    /** The header that says that the answer is the one given before. */
    static final String REPEATED = "Casetrail-Repeated";

    ResponseEntity<?> reply(Told told, Locale locale, String path) {
        return switch (told) {
            case Told.Done done -> done(done);
            case Told.Not not -> {
                var answer = problems.of(not.refusal(), not.violations(), locale, path);
                var problem = Objects.requireNonNull(answer.getBody()).withEventsSince(not.eventsSince());
                yield ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .body(problem);
            }
        };
    }

    /** The body alone, for an item of a bulk answer. */
    Problem problem(Told.Not not, Locale locale, String path) {
        return problems.problem(not.refusal(), not.violations(), locale, path).withEventsSince(not.eventsSince());
    }

    static int status(Told.Done done) {
        return (done.created() && done.answer().dryRun() == null ? HttpStatus.CREATED : HttpStatus.OK).value();
    }

    private static ResponseEntity<CommandAnswer> done(Told.Done done) {
        var answer = done.answer();
        var reply = ResponseEntity.status(status(done)).cacheControl(CacheControl.noStore());
        if (answer.position() != null) {
            reply.eTag(VersionHeader.etag(answer.version())).header(POSITION, Long.toString(answer.position()));
            if (done.created()) {
                reply.location(URI.create("/api/cases/" + answer.id()));
            }
        }
        if (done.repeated()) {
            reply.header(REPEATED, "true");
        }
        return reply.body(answer);
    }
}
