package casetrail.command.cases.http;

import static casetrail.command.cases.http.RequestSchemas.reference;
import static casetrail.command.cases.http.RequestSchemas.typed;

import casetrail.edge.identity.ActingWish;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Transition;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Writes one path for each command into the API document, from the table of the life-cycle and the request records. */
final class CommandDocument implements OpenApiCustomizer {

    static final String TAG = "cases: commands";

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        if (api.getPaths() == null) {
            api.setPaths(new Paths());
        }
        var answers = new AnswerSchemas(api.getComponents());
        answers.add();
        var schemas = new RequestSchemas(api.getComponents());
        Arrays.stream(CaseCommandName.values())
                .flatMap(command -> RequestForm.of(command).stream())
                .forEach(form -> {
                    var name = schemaName(form.command());
                    var required = form.reasonRequired() ? List.of("reason") : List.<String>of();
                    api.getComponents().addSchemas(name, schemas.together(List.of(form.type(), About.class), required));
                    post(api, RequestForm.path(form.command()), operation(form.command(), name, answers));
                });
        post(api, "/api/cases/bulk", bulk(api.getComponents(), schemas, answers));
    }

    /** Another side may have described what else the path answers. */
    private static void post(OpenAPI api, String path, Operation operation) {
        api.getPaths().computeIfAbsent(path, p -> new PathItem()).setPost(operation);
    }

    /** For example {@code AcceptAssignmentRequest}. */
    static String schemaName(CaseCommandName command) {
        return Arrays.stream(command.path().split("-", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Request";
    }

    private static Operation operation(CaseCommandName command, String schema, AnswerSchemas answers) {
        var row = CaseTransitions.of(command);
        boolean creation = RequestForm.isCreation(command);
        var operation = new Operation()
                .addTagsItem(TAG)
                .operationId(command.path())
                .summary(summary(command))
                .description(description(row))
                .requestBody(body(
                        schema,
                        !Shape.of(RequestForms.of(command).type()).fields().isEmpty()));
        if (!creation) {
            operation.addParametersItem(id());
            operation.addParametersItem(header(
                    "If-Match",
                    true,
                    "the version that you saw, as its ETag, for example \"7\"",
                    "^\"[0-9]+(-[a-z]{2})?\"$"));
        }
        operation.addParametersItem(header(
                "Idempotency-Key",
                creation,
                "a repeat with the same key and body gets the first answer; with another body it is refused",
                "^[!-~]{1,200}$"));
        operation.addParametersItem(
                header(ActingWish.ACTING_AS, false, "the grant to act by, as ROLE or ROLE@UNIT", null));
        operation.addParametersItem(header(ActingWish.ON_BEHALF_OF, false, "the person for whom it is done", null));
        operation.addParametersItem(dryRun());
        operation.setResponses(answers.of(creation));
        return operation;
    }

    private static Operation bulk(Components components, RequestSchemas schemas, AnswerSchemas answers) {
        components.addSchemas("BulkItem", schemas.together(List.of(BulkController.Item.class), List.of()));
        var items = typed("array");
        items.setItems(reference("BulkItem"));
        items.setMinItems(1);
        items.setMaxItems(BulkController.ITEMS_MAX);
        var request = typed("object");
        request.addProperty("items", items);
        request.setRequired(List.of("items"));
        request.setAdditionalProperties(false);
        components.addSchemas("BulkRequest", request);
        var operation = new Operation()
                .addTagsItem(TAG)
                .operationId("bulk")
                .summary("Many commands at once, each with its own result")
                .description(
                        "Commands on one case follow one another in the order given; one that fails stops no other."
                                + " Results come in the order of the items.")
                .requestBody(body("BulkRequest", true));
        operation.addParametersItem(
                header(ActingWish.ACTING_AS, false, "the grant to act by, as ROLE or ROLE@UNIT", null));
        operation.addParametersItem(header(ActingWish.ON_BEHALF_OF, false, "the person for whom it is done", null));
        operation.addParametersItem(dryRun());
        operation.setResponses(answers.ofBulk());
        return operation;
    }

    private static String summary(CaseCommandName command) {
        var words = command.path().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String description(Transition row) {
        var parts = new ArrayList<String>();
        parts.add("Step %s of the life-cycle.".formatted(row.id()));
        if (!row.from().isEmpty()) {
            parts.add("From: %s.".formatted(names(row.from().stream().sorted().map(CaseStatus::name))));
        }
        parts.add("By: %s%s."
                .formatted(
                        names(row.roles().stream()
                                .filter(Role::canLogIn)
                                .sorted()
                                .map(Role::name)),
                        row.ownUnit() ? ", for the unit that holds the case" : ""));
        if (!row.guards().isEmpty()) {
            parts.add("What else must hold: %s."
                    .formatted(row.guards().stream().map(g -> g.condition()).collect(Collectors.joining("; "))));
        }
        return String.join(" ", parts);
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    private static RequestBody body(String schema, boolean required) {
        return new RequestBody()
                .required(required)
                .content(new Content().addMediaType("application/json", new MediaType().schema(reference(schema))));
    }

    private static Parameter id() {
        var schema = typed("string");
        schema.setPattern(RequestSchemas.PATTERNS.get(CaseId.class));
        return new Parameter()
                .name("id")
                .in("path")
                .required(true)
                .description("the case's id")
                .schema(schema);
    }

    private static Parameter header(String name, boolean required, String description, @Nullable String pattern) {
        var schema = typed("string");
        schema.setPattern(pattern);
        return new Parameter()
                .name(name)
                .in("header")
                .required(required)
                .description(description)
                .schema(schema);
    }

    private static Parameter dryRun() {
        Schema<Object> schema = typed("boolean");
        schema.setDefault(false);
        return new Parameter()
                .name("dryRun")
                .in("query")
                .required(false)
                .description("only say what would become of it; nothing is done or recorded")
                .schema(schema);
    }

    static Schema<Object> count() {
        var count = typed("integer");
        count.setFormat("int64");
        count.setMinimum(BigDecimal.ZERO);
        return count;
    }
}
