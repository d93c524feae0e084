package casetrail.query.asking;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violations;
import casetrail.events.Bounded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one question. What is not asked for by name here is a fault of the request, as is what is given more often than it
 * may be; all faults are told at once. For one thread.
 */
public final class Parameters {

    /** How often a parameter that may be repeated is given. */
    public static final int REPEATED_MAX = 20;

    private static final int VALUE_MAX = 2_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    private final Map<String, String[]> given;
    private final Violations violations = new Violations();
    private final Set<String> known = new HashSet<>();

    public Parameters(Map<String, String[]> given) {
        this.given = new TreeMap<>(given);
    }

    /** All that was given, for comparing two questions. */
    public Map<String, List<String>> given() {
        var all = new TreeMap<String, List<String>>();
        given.forEach((name, values) -> all.put(name, List.of(values)));
        return all;
    }

    /** Where faults are noted. */
    public Violations violations() {
        return violations;
    }

    /** A parameter that is given once or not at all, as {@code read} understands it. */
    public <T> @Nullable T one(String name, Function<String, T> read) {
        var values = values(name);
        if (values.size() > 1) {
            violations.add("query:" + name, FaultRule.TOO_MANY, Map.of("count", values.size(), "max", 1));
            return null;
        }
        return values.isEmpty() ? null : violations.optional("query:" + name, values.getFirst(), read);
    }

    /** A parameter that may be repeated, as {@code read} understands each. */
    public <T> List<T> all(String name, Function<String, T> read) {
        var values = values(name);
        if (values.size() > REPEATED_MAX) {
            violations.add("query:" + name, FaultRule.TOO_MANY, Map.of("count", values.size(), "max", REPEATED_MAX));
            return List.of();
        }
        var understood = new ArrayList<T>();
        for (var value : values) {
            var one = violations.optional("query:" + name, value, read);
            if (one != null) {
                understood.add(one);
            }
        }
        return understood;
    }

    /** One of some words that stand for something. */
    public <T> @Nullable T word(String name, Map<String, T> words) {
        var text = one(name, v -> v);
        return text == null ? null : meant(name, text, words);
    }

    /** Words that stand for something, each given by itself. */
    public <T> List<T> words(String name, Map<String, T> words) {
        var all = new ArrayList<T>();
        for (var text : all(name, v -> v)) {
            var one = meant(name, text, words);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    /** A whole number in a range. */
    public @Nullable Long number(String name, long min, long max) {
        var number = one(name, text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("not a whole number from 0");
            }
            return Long.valueOf(text);
        });
        if (number != null && (number < min || number > max)) {
            violations.add("query:" + name, FaultRule.OUT_OF_RANGE, Map.of("value", number, "min", min, "max", max));
            return null;
        }
        return number;
    }

    /** A moment with its zone. */
    public @Nullable Instant moment(String name) {
        return one(name, text -> {
            try {
                var moment = OffsetDateTime.parse(text).toInstant();
                if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
                    throw new IllegalArgumentException("not between %s and %s".formatted(EARLIEST, LATEST));
                }
                return moment;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a moment with its zone, like 2026-11-20T12:00:00+08:00", e);
            }
        });
    }

    /** All that was given, without these, in one text that is the same for the same question. */
    public String question(String... without) {
        var left = Set.of(without);
        return given.entrySet().stream()
                .filter(e -> !left.contains(e.getKey()))
                .map(e -> e.getKey() + Arrays.asList(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** All that was given, without these, as it stands in an address. */
    public String query(String... without) {
        var left = Set.of(without);
        return given.entrySet().stream()
                .filter(e -> !left.contains(e.getKey()))
                .flatMap(e -> Arrays.stream(e.getValue()).map(v -> encoded(e.getKey()) + "=" + encoded(v)))
                .collect(Collectors.joining("&"));
    }

    /**
     * Ends the request if it has faults.
     *
     * @throws casetrail.edge.problem.RefusedException telling every fault, unknown parameters by name
     */
    public void refuseFaults() {
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                violations.add("query:" + Bounded.shown(name), FaultRule.UNKNOWN_FIELD, knownNames());
            }
        }
        violations.refuseIfAny();
    }

    /** The constants of an enum by their words in kebab case. */
    public static <E extends Enum<E>> Map<String, E> kebab(Class<E> type) {
        var words = new TreeMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return words;
    }

    /** The constants of an enum by their names. */
    public static <E extends Enum<E>> Map<String, E> names(Class<E> type) {
        var words = new TreeMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            words.put(constant.name(), constant);
        }
        return words;
    }

    private List<String> values(String name) {
        known.add(name);
        var values = given.get(name);
        if (values == null) {
            return List.of();
        }
        for (var value : values) {
            if (value.length() > VALUE_MAX) {
                violations.add("query:" + name, FaultRule.TOO_LONG, Map.of("length", value.length(), "max", VALUE_MAX));
                return List.of();
            }
        }
        return Arrays.asList(values);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Map<String, String> knownNames() {
        return Map.of("known", known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private <T> @Nullable T meant(String name, String text, Map<String, T> words) {
        var meant = words.get(text);
        if (meant == null) {
            violations.add(
                    "query:" + name,
                    FaultRule.NOT_ONE_OF,
                    Map.of("value", text, "known", String.join(", ", words.keySet())));
        }
        return meant;
    }
}
