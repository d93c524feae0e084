package casetrail.edge.problem;

import casetrail.events.Bounded;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects every fault of one request, so that all are told at once. For one thread. */
public final class Violations {

    /** The most faults one answer tells. */
    public static final int FAULTS_MAX = 100;

    /** Facts that we say ourselves; all others may hold what was sent, and are cut. */
    private static final Set<String> OURS = Set.of("known", "expected", "max", "min");

    private final List<Violation> found = new ArrayList<>();

    public Violations add(String pointer, FaultRule rule) {
        return add(pointer, rule, Map.of());
    }

    public Violations add(String pointer, FaultRule rule, Map<String, ?> facts) {
        if (found.size() < FAULTS_MAX) {
            var shown = new TreeMap<String, String>();
            facts.forEach((key, value) ->
                    shown.put(key, OURS.contains(key) ? String.valueOf(value) : Bounded.shown(String.valueOf(value))));
            found.add(new Violation(pointer, rule, shown));
        }
        return this;
    }

    /** One more of a sentence of ours: what an identifier type said when it refused the value. */
    public Violations malformed(String pointer, IllegalArgumentException fault) {
        if (found.size() < FAULTS_MAX) {
            var words = fault.getMessage();
            found.add(new Violation(
                    pointer,
                    FaultRule.MALFORMED,
                    new TreeMap<>(Map.of("fault", words == null ? "not understood" : words))));
        }
        return this;
    }

    /** The value as {@code read} understands it; null with a fault noted if it does not, null without one if there is no value. */
    public <T> @Nullable T optional(String pointer, @Nullable String value, Function<String, T> read) {
        if (value == null) {
            return null;
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException e) {
            malformed(pointer, e);
            return null;
        }
    }

    /** The same for a value that is needed: its absence is a fault too. */
    public <T> @Nullable T required(String pointer, @Nullable String value, Function<String, T> read) {
        if (value == null) {
            add(pointer, FaultRule.MISSING);
        }
        return optional(pointer, value, read);
    }

    /** Notes a fault if there is no value. */
    public <T> @Nullable T present(String pointer, @Nullable T value) {
        if (value == null) {
            add(pointer, FaultRule.MISSING);
        }
        return value;
    }

    /** The text if there is one; a fault is noted if it is blank, longer than the bound, or not to be read as it is written. */
    public @Nullable String text(String pointer, @Nullable String value, int lengthMax) {
        if (value != null && value.length() > lengthMax) {
            add(pointer, FaultRule.TOO_LONG, Map.of("length", value.length(), "max", lengthMax));
            return null;
        }
        return optional(pointer, value, v -> readable(pointer, Bounded.text(pointer, v, lengthMax)));
    }

    /** Half a character could not be stored as it came; a turned direction makes readers see another text than was written. */
    private static String readable(String pointer, String text) {
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("%s holds half of a surrogate pair".formatted(pointer));
            }
            if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
                throw new IllegalArgumentException(
                        "%s holds a character that turns the direction of writing (U+%04X)".formatted(pointer, c));
            }
        });
        return text;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the request if it has faults.
     *
     * @throws RefusedException telling every fault found, if there is any
     */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    /** The refusal that tells every fault found. */
    public RefusedException refusal() {
        return new RefusedException(
                Refusal.of(RefusalCode.INVALID_REQUEST).with("count", found.size()), List.copyOf(found));
    }
}
