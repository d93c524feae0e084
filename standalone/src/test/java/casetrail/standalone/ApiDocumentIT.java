package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API document against the server that gives it. */
class ApiDocumentIT {

    private static final Set<String> OPEN = Set.of("/api/login", "/problems/{slug}");

    @TempDir
    Path directory;

    @Test
    void every_operation_wants_to_know_who_asks_and_answers_as_the_document_says() throws Exception {
        try (var server = Serving.start(directory)) {
            var anybody = Client.anybody(server.url());
            var document = anybody.get("/v3/api-docs").json();
            var untrue = new ArrayList<String>();
            int asked = 0;
            for (var path : document.path("paths").propertyNames()) {
                for (var method : List.of("get", "post")) {
                    var operation = document.path("paths").path(path).path(method);
                    if (!operation.isMissingNode() && !OPEN.contains(path)) {
                        var address = path.replaceAll("\\{[a-z0-9]+\\}", "case-0000000000000000000000000F");
                        var answer = method.equals("get") ? anybody.get(address) : anybody.post(address, "{}");
                        asked++;
                        if (answer.status() != 401 || !isProblem(operation, "401")) {
                            untrue.add("%s %s: %d".formatted(method, path, answer.status()));
                        }
                    }
                }
            }
            assertThat(untrue).isEmpty();
            assertThat(asked).isGreaterThan(60);
            assertThat(document.path("paths").has("/error")).isFalse();
            assertThat(unresolved(document)).isEmpty();
            assertThat(bothSidesOf(document, "/api/cases")).containsExactlyInAnyOrder("get", "post");
        }
    }

    private static boolean isProblem(JsonNode operation, String status) {
        var schema = operation
                .path("responses")
                .path(status)
                .path("content")
                .path("application/problem+json")
                .path("schema");
        return schema.path("$ref").asString("").endsWith("/Problem");
    }

    /** What is done and what is asked at the same path are described by two sides. */
    private static List<String> bothSidesOf(JsonNode document, String path) {
        return List.copyOf(document.path("paths").path(path).propertyNames());
    }

    /** What is referred to and nowhere described. */
    private static List<String> unresolved(JsonNode document) {
        return document.findValuesAsString("$ref").stream()
                .distinct()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();
    }
}
