package casetrail.command.cases.http;

import casetrail.command.cases.http.Ask.Places;
import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.problem.Defects;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Problem;
import casetrail.edge.problem.Violations;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Many commands in one request, each with its own answer. One that fails does not stop the others. */
@Hidden
@RestController
class BulkController {

    static final int ITEMS_MAX = 100;

    private final CaseDesk desk;
    private final Replies replies;
    private final Defects defects;

    BulkController(CaseDesk desk, Replies replies, Defects defects) {
        this.desk = desk;
        this.replies = replies;
        this.defects = defects;
    }

    /**
     * One command.
     *
     * @param command as it stands in paths
     * @param version what {@code If-Match} says elsewhere
     * @param key what {@code Idempotency-Key} says elsewhere
     */
    record Item(
            @Nullable CaseId caseId,
            @Bound(min = 1, max = 60) String command,

            @Bound(min = 0, max = Integer.MAX_VALUE) @Nullable
            Long version,

            @Bound(min = 1, max = 200) @Nullable String key,
            @Nullable JsonNode body) {}

    /** What became of an item: an answer or a problem, and the status it would have had alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemResult(
            int index,
            int status,
            @Nullable CommandAnswer answer,
            @Nullable Problem problem) {}

    /** One result for each item, in the order of the items. */
    record Results(List<ItemResult> results) {}

    @PostMapping(
            path = "/api/cases/bulk",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Results bulk(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Asker asker,
            ActingWish wish,
            HttpServletRequest request,
            Locale locale) {
        var items = items(RequestBodies.tree(body));
        var batch = new Batch(desk::begin, defects, request.getRequestURI(), System::nanoTime);
        var begun = new ArrayList<CompletableFuture<Told>>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var at = "/items/" + i;
            begun.add(batch.begin(() -> ask(item, at, dryRun, asker, wish)));
        }
        var results = new ArrayList<ItemResult>();
        for (int i = 0; i < begun.size(); i++) {
            results.add(result(i, batch.outcome(begun.get(i)), locale, request.getRequestURI()));
        }
        return new Results(results);
    }

    private static List<JsonNode> items(JsonNode body) {
        var violations = new Violations();
        if (!body.isObject()) {
            throw violations
                    .add("", FaultRule.WRONG_TYPE, Map.of("expected", "an object"))
                    .refusal();
        }
        body.propertyNames().stream()
                .filter(name -> !name.equals("items"))
                .forEach(name -> violations.add("/" + name, FaultRule.UNKNOWN_FIELD));
        var items = body.get("items");
        if (items == null) {
            violations.add("/items", FaultRule.MISSING);
        } else if (!items.isArray()) {
            violations.add("/items", FaultRule.WRONG_TYPE, Map.of("expected", "a list"));
        } else if (items.isEmpty()) {
            violations.add("/items", FaultRule.TOO_SHORT, Map.of("length", 0, "min", 1));
        } else if (items.size() > ITEMS_MAX) {
            violations.add("/items", FaultRule.TOO_MANY, Map.of("count", items.size(), "max", ITEMS_MAX));
        }
        violations.refuseIfAny();
        return items == null ? List.of() : items.valueStream().toList();
    }

    private static Ask ask(JsonNode node, String at, boolean dryRun, Asker asker, ActingWish wish) {
        var violations = new Violations();
        var read = new RequestReader(violations, sha -> true).read(node, at, List.of(Item.class));
        violations.refuseIfAny();
        var item = (Item) read.getFirst();
        var command = CaseCommandName.ofPath(item.command())
                .orElseThrow(() -> new Violations()
                        .add(at + "/command", FaultRule.NOT_KNOWN, Map.of("value", item.command()))
                        .refusal());
        if (RequestForm.isCreation(command) != (item.caseId() == null)) {
            throw new Violations()
                    .add(
                            at + "/caseId",
                            item.caseId() == null ? FaultRule.MISSING : FaultRule.CONFLICTS,
                            Map.of("other", "command " + item.command()))
                    .refusal();
        }
        return new Ask(
                command,
                item.caseId(),
                item.body() == null ? RequestBodies.tree(null) : item.body(),
                item.version(),
                item.key(),
                asker,
                wish,
                dryRun,
                new Places(at + "/body", at + "/key", "header:" + ActingWish.ON_BEHALF_OF));
    }

    private ItemResult result(int index, Told told, Locale locale, String path) {
        return switch (told) {
            case Told.Done done -> new ItemResult(index, Replies.status(done), done.answer(), null);
            case Told.Not not -> {
                var problem = replies.problem(not, locale, path);
                yield new ItemResult(index, problem.status(), null, problem);
            }
        };
    }
}
