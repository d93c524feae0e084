package casetrail.edge.problem;

import casetrail.events.refusals.RefusalCode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says in the API document of every operation that what is not done is answered by a problem, and by which ones. */
public final class ProblemDocument implements OpenApiCustomizer {

    private static final int PROBLEMS_FROM = 400;
    private static final List<Integer> OF_READING = List.of(400, 401, 403, 503);
    private static final List<Integer> OF_ACTING = List.of(400, 401, 403, 409, 413, 415, 429, 503);
    private static final List<Integer> OF_WHO_ASKS = List.of(401, 403);
    private static final int NOT_FOUND = 404;

    @Override
    public void customise(OpenAPI api) {
        addSchema(api.getComponents());
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> complete(operation, method, path.contains("{"))));
    }

    /** Describes what a problem looks like. */
    public static void addSchema(Components components) {
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                .referencedSchemas
                .forEach(components::addSchemas);
    }

    /** An answer of that status, which names the codes that have it. */
    public static ApiResponse answer(int status) {
        var codes = Arrays.stream(RefusalCode.values())
                .filter(code -> ProblemStatus.of(code).status() == status)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
        return new ApiResponse().description(codes).content(content());
    }

    private static void complete(Operation operation, HttpMethod method, boolean ofOne) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var responses = operation.getResponses();
        responses.forEach((status, response) -> {
            if (status.chars().allMatch(Character::isDigit) && Integer.parseInt(status) >= PROBLEMS_FROM) {
                response.setContent(content());
            }
        });
        boolean anybodyReads = method == HttpMethod.GET
                && operation.getSecurity() != null
                && operation.getSecurity().isEmpty();
        // What somebody described in other words stays.
        (method == HttpMethod.GET ? OF_READING : OF_ACTING)
                .stream()
                        .filter(status -> !(anybodyReads && OF_WHO_ASKS.contains(status)))
                        .forEach(status -> responses.computeIfAbsent(status.toString(), s -> answer(status)));
        if (ofOne) {
            responses.computeIfAbsent(Integer.toString(NOT_FOUND), s -> answer(NOT_FOUND));
        }
    }

    private static Content content() {
        return new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
    }
}
