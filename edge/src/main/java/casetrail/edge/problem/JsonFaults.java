package casetrail.edge.problem;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What Jackson says about a body, as faults with their place; without its class names. */
final class JsonFaults {

    private JsonFaults() {}

    static Violations of(JacksonException cause) {
        var violations = new Violations();
        var pointer = pointer(cause);
        return switch (cause) {
            case UnrecognizedPropertyException e -> violations.add(pointer, FaultRule.UNKNOWN_FIELD);
            case InvalidFormatException e
            when e.getTargetType() != null && e.getTargetType().isEnum() ->
                violations.add(
                        pointer,
                        FaultRule.NOT_ONE_OF,
                        Map.of("value", String.valueOf(e.getValue()), "known", constants(e.getTargetType())));
            case ValueInstantiationException e -> malformed(violations, pointer, e);
            case MismatchedInputException e ->
                violations.add(pointer, FaultRule.WRONG_TYPE, Map.of("expected", typeName(e.getTargetType())));
            case StreamReadException e ->
                violations.add(
                        "", FaultRule.NOT_JSON, Map.of("fault", "line %d, column %d".formatted(line(e), column(e))));
            case DatabindException e -> malformed(violations, pointer, e);
            default -> violations.add(pointer, FaultRule.NOT_JSON, Map.of());
        };
    }

    /** The words of an identifier type of ours, if it was one that refused the value. */
    private static Violations malformed(Violations violations, String pointer, DatabindException e) {
        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t instanceof IllegalArgumentException fault && !(t instanceof JacksonException)) {
                return violations.malformed(pointer, fault);
            }
        }
        return violations.add(pointer, FaultRule.MALFORMED);
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(r -> "/"
                        + (r.getPropertyName() == null ? Integer.toString(r.getIndex()) : escaped(r.getPropertyName())))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        var cut = name.length() > 60 ? name.substring(0, 60) + "..." : name;
        return cut.replaceAll("\\p{Cntrl}", "?").replace("~", "~0").replace("/", "~1");
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String typeName(Class<?> type) {
        if (type == null) {
            return "a value";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type == String.class || CharSequence.class.isAssignableFrom(type)
                ? "a text"
                : "an object or text as described";
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    }
}
