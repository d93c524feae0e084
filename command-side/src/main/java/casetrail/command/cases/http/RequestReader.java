package casetrail.command.cases.http;

import casetrail.command.cases.http.Shape.Field;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violations;
import casetrail.events.Sha256;
import casetrail.events.cases.Evidence;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one body into request records and notes every fault with its place, instead of stopping at the first. For one request. */
final class RequestReader {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int DIGITS_MAX = 20;

    private final Violations violations;
    private final Predicate<Sha256> isStored;
    private int faults;

    RequestReader(Violations violations, Predicate<Sha256> isStored) {
        this.violations = violations;
        this.isStored = isStored;
    }

    /** The records whose fields stand together in the one object; empty if there is a fault. */
    List<Record> read(JsonNode body, String at, List<Class<? extends Record>> types) {
        int before = faults;
        if (!body.isObject()) {
            wrongType(at, "an object");
            return List.of();
        }
        unknown(body, at, types);
        var records = new ArrayList<Record>();
        for (var type : types) {
            var made = record(type, body, at);
            if (made != null) {
                records.add(made);
            }
        }
        return faults == before ? records : List.of();
    }

    private void unknown(JsonNode object, String at, List<Class<? extends Record>> types) {
        var known = new HashSet<String>();
        types.forEach(t -> Shape.of(t).fields().forEach(f -> known.add(f.name())));
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                fault(at + "/" + pointer(name), FaultRule.UNKNOWN_FIELD, Map.of());
            }
        }
    }

    private <R extends Record> @Nullable R record(Class<R> type, JsonNode object, String at) {
        int before = faults;
        var fields = Shape.of(type).fields();
        var values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field(fields.get(i), object.get(fields.get(i).name()), at);
        }
        return faults == before ? made(type, at, values) : null;
    }

    private <R> @Nullable R made(Class<R> type, String at, @Nullable Object... values) {
        try {
            return Shape.make(type, values);
        } catch (IllegalArgumentException e) {
            var words = e.getMessage();
            faults++;
            violations.malformed(at, new IllegalArgumentException(words == null ? "not understood" : words));
            return null;
        }
    }

    private @Nullable Object field(Field field, @Nullable JsonNode node, String parent) {
        var at = parent + "/" + field.name();
        if (node == null || node.isNull()) {
            if (field.required()) {
                fault(at, FaultRule.MISSING, Map.of());
            }
            return null;
        }
        return field.list() ? list(field, node, at) : value(field, node, at);
    }

    private @Nullable Object list(Field field, JsonNode node, String at) {
        if (!node.isArray()) {
            return wrongType(at, "a list");
        }
        if (node.size() > field.max()) {
            return fault(at, FaultRule.TOO_MANY, Map.of("count", node.size(), "max", field.max()));
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            var value = value(field, node.get(i), at + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object value(Field field, JsonNode node, String at) {
        var type = field.type();
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrongType(at, "true or false");
        }
        if (type == int.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? inRange(field, node.decimalValue(), at) ? (Object) node.intValue() : null
                    : wrongType(at, "a whole number");
        }
        if (type == JsonNode.class) {
            return node;
        }
        if (type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? inRange(field, node.decimalValue(), at) ? (Object) node.longValue() : null
                    : wrongType(at, "a whole number");
        }
        if (type == BigDecimal.class) {
            return node.isNumber() && isShort(node.decimalValue())
                    ? inRange(field, node.decimalValue(), at) ? node.decimalValue() : null
                    : wrongType(at, "a number of at most %d digits".formatted(DIGITS_MAX));
        }
        if (type.isRecord() && !Shape.isIdentifier(type)) {
            return nested(type.asSubclass(Record.class), node, at);
        }
        return node.isString() ? text(field, node.stringValue(), at) : wrongType(at, "a text");
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= DIGITS_MAX && Math.abs(number.scale()) <= DIGITS_MAX;
    }

    private boolean inRange(Field field, BigDecimal value, String at) {
        if (value.compareTo(BigDecimal.valueOf(field.min())) < 0
                || value.compareTo(BigDecimal.valueOf(field.max())) > 0) {
            fault(
                    at,
                    FaultRule.OUT_OF_RANGE,
                    Map.of("value", value.toPlainString(), "min", field.min(), "max", field.max()));
            return false;
        }
        return true;
    }

    private @Nullable Object nested(Class<? extends Record> type, JsonNode node, String at) {
        if (!node.isObject()) {
            return wrongType(at, "an object");
        }
        unknown(node, at, List.of(type));
        var made = record(type, node, at);
        if (made instanceof Evidence evidence && !isStored.test(evidence.attachment())) {
            return fault(at + "/attachment", FaultRule.NOT_KNOWN, Map.of("value", evidence.attachment()));
        }
        return made;
    }

    private @Nullable Object text(Field field, String text, String at) {
        var type = field.type();
        if (type == String.class) {
            int before = violations.found().size();
            var read = violations.text(at, text, field.max());
            faults += read == null ? Math.max(1, violations.found().size() - before) : 0;
            return read;
        }
        if (type.isEnum()) {
            return constant(type, text, at);
        }
        if (type == Instant.class) {
            return moment(text, at);
        }
        return made(type, at, text);
    }

    private @Nullable Object constant(Class<?> type, String text, String at) {
        var constants = Arrays.asList(type.getEnumConstants());
        for (var constant : constants) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        var known = constants.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return fault(at, FaultRule.NOT_ONE_OF, Map.of("value", text, "known", known));
    }

    private @Nullable Object moment(String text, String at) {
        try {
            var moment = Instant.parse(text);
            return moment.isBefore(EARLIEST) || moment.isAfter(LATEST)
                    ? fault(at, FaultRule.OUT_OF_RANGE, Map.of("value", text, "min", EARLIEST, "max", LATEST))
                    : moment;
        } catch (DateTimeException e) {
            return fault(at, FaultRule.MALFORMED, Map.of("fault", "a moment like 2026-03-01T08:00:00Z is expected"));
        }
    }

    private @Nullable Object wrongType(String at, String expected) {
        return fault(at, FaultRule.WRONG_TYPE, Map.of("expected", expected));
    }

    /** Notes it; null, so that there is no value where there is a fault. */
    private @Nullable Object fault(String at, FaultRule rule, Map<String, ?> facts) {
        faults++;
        violations.add(at, rule, facts);
        return null;
    }

    private static String pointer(String name) {
        var cut = name.length() > 60 ? name.substring(0, 60) + "..." : name;
        return cut.replaceAll("\\p{Cntrl}", "?").replace("~", "~0").replace("/", "~1");
    }
}
