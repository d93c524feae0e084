package casetrail.views;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are meant, by their declared fields. The same on every engine; a document without the field fits none of them but
 * {@link Absent}. A value that cannot be a term ({@link Value#isTerm}) fits no document.
 */
public sealed interface Condition {

    /** The most values, terms or parts of one condition. */
    int PARTS_MAX = 200;

    /** Fits where all of these fit. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = bounded(parts);
        }
    }

    /** Fits where at least one of these fits. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = bounded(parts);
        }
    }

    /** A TERM field that is one of these. */
    record Is(String field, Set<String> values) implements Condition {
        public Is {
            values = terms(values);
        }
    }

    /**
     * A NUMBER field in a range.
     *
     * @param from the least that fits; absent if there is none
     * @param below the least that does not fit any more; absent if there is none
     */
    record Between(
            String field, @Nullable Long from, @Nullable Long below) implements Condition {}

    /** A TERMS field that has all of these. */
    record HasAll(String field, Set<String> values) implements Condition {
        public HasAll {
            values = terms(values);
        }
    }

    /** A TERMS field that has at least one of these. */
    record HasAny(String field, Set<String> values) implements Condition {
        public HasAny {
            values = terms(values);
        }
    }

    /** A TERM or NUMBER field that the document does not have. */
    record Absent(String field) implements Condition {}

    /** Every document. */
    static Condition everything() {
        return new All(List.of());
    }

    /** No document. */
    static Condition nothing() {
        return new Any(List.of());
    }

    /** Where both fit. */
    default Condition and(Condition other) {
        return equals(everything()) ? other : other.equals(everything()) ? this : new All(List.of(this, other));
    }

    /** A TERM field that is this value. */
    static Condition is(String field, String value) {
        return new Is(field, Set.of(value));
    }

    private static List<Condition> bounded(List<Condition> parts) {
        if (parts.size() > PARTS_MAX) {
            throw new IllegalArgumentException(
                    "%d parts of a condition are more than %d".formatted(parts.size(), PARTS_MAX));
        }
        return List.copyOf(parts);
    }

    private static Set<String> terms(Set<String> values) {
        if (values.isEmpty() || values.size() > PARTS_MAX) {
            throw new IllegalArgumentException("a condition has 1 to %d values".formatted(PARTS_MAX));
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
