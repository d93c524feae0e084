package casetrail.command.cases.http;

import static casetrail.command.cases.http.RequestSchemas.reference;
import static casetrail.command.cases.http.RequestSchemas.typed;

import casetrail.edge.problem.ProblemDocument;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Describes what commands are answered with, for the API document. */
record AnswerSchemas(Components components) {

    private static final List<Integer> PROBLEMS = List.of(400, 401, 403, 409, 413, 415, 422, 429, 503);
    private static final List<Integer> OF_A_CASE = List.of(404, 412, 428);

    /** Adds what all answers share. */
    void add() {
        var answer = typed("object");
        var id = typed("string");
        id.setPattern(RequestSchemas.PATTERNS.get(CaseId.class));
        answer.addProperty("id", id);
        answer.addProperty("number", typed("string"));
        answer.addProperty("version", CommandDocument.count());
        answer.addProperty("position", CommandDocument.count());
        var status = typed("string");
        Arrays.stream(CaseStatus.values()).forEach(s -> status.addEnumItemObject(s.name()));
        answer.addProperty("status", status);
        answer.addProperty("dryRun", typed("boolean"));
        answer.setRequired(List.of("id", "version", "status"));
        components.addSchemas("CommandAnswer", answer);
        ProblemDocument.addSchema(components);
    }

    /** The answers of one command. */
    ApiResponses of(boolean creation) {
        var responses = new ApiResponses();
        responses.addApiResponse("200", done(creation ? "Would be done (dry run)" : "Done", false));
        if (creation) {
            responses.addApiResponse("201", done("There is a new case", true));
        }
        Stream.concat(PROBLEMS.stream(), creation ? Stream.empty() : OF_A_CASE.stream())
                .sorted()
                .forEach(status -> responses.addApiResponse(status.toString(), ProblemDocument.answer(status)));
        return responses;
    }

    ApiResponses ofBulk() {
        var result = typed("object");
        result.addProperty("index", CommandDocument.count());
        result.addProperty("status", typed("integer"));
        result.addProperty("answer", reference("CommandAnswer"));
        result.addProperty("problem", reference("Problem"));
        result.setRequired(List.of("index", "status"));
        var results = typed("array");
        results.setItems(result);
        var body = typed("object");
        body.addProperty("results", results);
        body.setRequired(List.of("results"));
        components.addSchemas("BulkResults", body);
        var responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("What became of each")
                                .content(json("application/json", reference("BulkResults"))));
        List.of(400, 401, 403, 409, 413, 415, 429, 503)
                .forEach(status -> responses.addApiResponse(Integer.toString(status), ProblemDocument.answer(status)));
        return responses;
    }

    private static ApiResponse done(String description, boolean created) {
        var response = new ApiResponse()
                .description(description)
                .content(json("application/json", reference("CommandAnswer")))
                .addHeaderObject("ETag", header("the version in quotes, for `If-Match`"))
                .addHeaderObject(Replies.POSITION, header("the position of the last event in the log"))
                .addHeaderObject(Replies.REPEATED, header("`true` if this is the answer given before"));
        return created ? response.addHeaderObject("Location", header("the new case")) : response;
    }

    private static Content json(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(typed("string"));
    }
}
