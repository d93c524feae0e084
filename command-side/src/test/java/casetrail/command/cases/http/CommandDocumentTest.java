package casetrail.command.cases.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.problem.Violations;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseTransitions;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The API document has every command with its form, and says what is really read. */
class CommandDocumentTest {

    private static final OpenAPI API = document();

    private static OpenAPI document() {
        var api = new OpenAPI();
        new CommandDocument().customise(api);
        return api;
    }

    static Stream<CaseCommandName> commands() {
        return Arrays.stream(CaseCommandName.values()).filter(RequestForm::isForPersons);
    }

    @Test
    void what_only_the_system_does_is_not_served() {
        assertThat(Arrays.stream(CaseCommandName.values()).filter(c -> !RequestForm.isForPersons(c)))
                .containsExactly(CaseCommandName.LINK_CHILD, CaseCommandName.UNLINK_CHILD);
        assertThat(API.getPaths().keySet()).noneMatch(path -> path.contains("child"));
        assertThat(API.getPaths()).hasSize((int) commands().count() + 1);
        assertThatThrownBy(() -> RequestForms.of(CaseCommandName.LINK_CHILD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_ways_that_are_taken_are_offered() {
        var properties = schema(CaseCommandName.REGISTER_REPORT).getProperties();
        Schema<?> channel = Objects.requireNonNull(properties.get("channel"));

        assertThat(channel.getEnum().stream().map(Object::toString))
                .containsExactlyInAnyOrder("WEB", "WINDOW", "MOBILE", "OFFLINE", "HOTLINE");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_its_path_and_every_kind_of_answer(CaseCommandName command) {
        var operation = Objects.requireNonNull(API.getPaths().get(RequestForm.path(command)))
                .getPost();
        boolean creation = RequestForm.isCreation(command);

        assertThat(operation.getOperationId()).isEqualTo(command.path());
        assertThat(operation.getResponses().keySet())
                .contains("200", "400", "401", "403", "409", "413", "415", "422", "429", "503")
                .containsAll(creation ? Set.of("201") : Set.of("404", "412", "428"));
        operation
                .getResponses()
                .forEach((status, response) -> assertThat(response.getContent().keySet())
                        .containsExactly(status.startsWith("2") ? "application/json" : "application/problem+json"));
        assertThat(operation.getParameters().stream()
                        .filter(p -> p.getRequired())
                        .map(Parameter::getName))
                .containsExactlyInAnyOrderElementsOf(creation ? List.of("Idempotency-Key") : List.of("id", "If-Match"));
        assertThat(operation.getDescription())
                .contains(CaseTransitions.of(command).id());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_fields_that_are_required_are_the_ones_that_are_missed(CaseCommandName command) {
        var schema = schema(command);
        var violations = new Violations();
        new RequestReader(violations, sha -> true)
                .read(
                        JsonNodeFactory.instance.objectNode(),
                        "",
                        List.of(RequestForms.of(command).type(), About.class));
        Set<String> missed = new TreeSet<>();
        violations.found().stream()
                .filter(v -> !v.pointer().isEmpty())
                .forEach(v -> missed.add(v.pointer().substring(1)));
        if (CaseTransitions.of(command).reasonRequired()) {
            missed.add("reason"); // which the rules miss, so that it is on record
        }

        assertThat(schema.getRequired() == null ? List.of() : schema.getRequired())
                .containsExactlyInAnyOrderElementsOf(missed);
        assertThat(schema.getAdditionalProperties()).isEqualTo(false);
        assertThat(schema.getProperties().keySet()).contains("reason", "channel", "occurredAt");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_text_number_and_list_has_its_bound(CaseCommandName command) {
        schema(command).getProperties().forEach((name, field) -> assertBounded(name, (Schema<?>) field));
    }

    private static void assertBounded(String name, Schema<?> schema) {
        var described = schema.get$ref() == null ? schema : component(schema.get$ref());
        var type = described.getType();
        switch (type == null ? "" : type) {
            case "string" ->
                assertThat(Stream.of(
                                described.getMaxLength(),
                                described.getPattern(),
                                described.getFormat(),
                                described.getEnum()))
                        .as(name)
                        .anyMatch(Objects::nonNull);
            case "integer", "number" ->
                assertThat(described.getMaximum()).as(name).isNotNull();
            case "array" -> assertThat(described.getMaxItems()).as(name).isNotNull();
            case "object" ->
                described
                        .getProperties()
                        .forEach((inner, field) -> assertBounded(name + "/" + inner, (Schema<?>) field));
            default -> assertThat(type).as(name).isEqualTo("boolean");
        }
    }

    private static Schema<?> schema(CaseCommandName command) {
        return component("#/components/schemas/" + CommandDocument.schemaName(command));
    }

    private static Schema<?> component(String reference) {
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        return Objects.requireNonNull(API.getComponents().getSchemas().get(name), name);
    }

    @Test
    void patterns_of_identifiers_are_those_of_their_types() {
        var samples = List.of(
                "person-handler-7",
                "person-",
                "PERSON-x",
                "case-" + "0".repeat(26),
                "case-" + "I".repeat(26),
                "ROADS",
                "roads",
                "g 1",
                "G-1.a",
                "0".repeat(64),
                "F".repeat(64),
                "whistle-1",
                "w-1");
        RequestSchemas.PATTERNS.forEach((type, pattern) -> {
            for (var sample : samples) {
                assertThat(accepts(type, sample)).as("%s %s", type, sample).isEqualTo(sample.matches(pattern));
            }
        });
    }

    private static boolean accepts(Class<?> type, String text) {
        try {
            return Shape.make(type, text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
