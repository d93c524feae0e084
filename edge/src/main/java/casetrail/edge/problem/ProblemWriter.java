package casetrail.edge.problem;

import casetrail.events.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems where no controller is reached: in filters and for the container. */
public final class ProblemWriter {

    private final Problems problems;
    private final JsonMapper json;

    public ProblemWriter(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Answers the request with the refusal, unless an answer is under way already. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // The container refuses also what it could not read up to the path.
        var path = Objects.requireNonNullElse(request.getRequestURI(), "/");
        var answer = problems.of(refusal, Languages.of(request), path);
        response.resetBuffer();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> {
            response.setHeader(name, values.getFirst());
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
        response.flushBuffer();
    }
}
