package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violations;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Bodies as JSON, strictly: nothing twice, nothing after the end, nothing too deep; and in one canonical form for comparing. */
final class RequestBodies {

    private static final int DEPTH_MAX = 16;
    private static final int NUMBER_MAX = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestBodies() {}

    /** The body as a tree; an absent body is an empty object. */
    static JsonNode tree(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            var where = e.getLocation();
            var place = where == null ? "?" : "line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
            throw new Violations()
                    .add("", FaultRule.NOT_JSON, Map.of("fault", place))
                    .refusal();
        }
    }

    /** The same bytes for the same meaning: fields in order of name, numbers in one form, no spaces. */
    static byte[] canonical(JsonNode tree) {
        var text = new StringBuilder();
        write(tree, text);
        return text.toString().getBytes(UTF_8);
    }

    private static void write(JsonNode node, StringBuilder to) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, JsonNode>();
            node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
            to.append('{');
            sorted.forEach((name, value) -> {
                to.append(MAPPER.writeValueAsString(name)).append(':');
                write(value, to);
                to.append(',');
            });
            to.append('}');
        } else if (node.isArray()) {
            to.append('[');
            node.forEach(element -> {
                write(element, to);
                to.append(',');
            });
            to.append(']');
        } else if (node.isNumber()) {
            to.append(node.decimalValue().stripTrailingZeros()); // 1, 1.0 and 1e0 are the same
        } else {
            to.append(MAPPER.writeValueAsString(node));
        }
    }
}
