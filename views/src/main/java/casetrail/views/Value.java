package casetrail.views;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a document has in a {@link Field}. */
public sealed interface Value {

    /** The longest term in UTF-16 units; every engine can hold it in an index. */
    int TERM_MAX = 200;

    /** The most terms of one field of one document. */
    int TERMS_MAX = 2_000;

    /** Of what kind the field is. */
    default Field.Kind kind() {
        return switch (this) {
            case Term t -> Field.Kind.TERM;
            case Whole w -> Field.Kind.NUMBER;
            case Terms t -> Field.Kind.TERMS;
        };
    }

    /** One short text. */
    record Term(String text) implements Value {
        public Term {
            requireTerm(text);
        }
    }

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** A set of short texts, in the order of their code units. */
    record Terms(SortedSet<String> texts) implements Value {
        public Terms {
            texts.forEach(Value::requireTerm);
            if (texts.size() > TERMS_MAX) {
                throw new IllegalArgumentException("%d terms are more than %d".formatted(texts.size(), TERMS_MAX));
            }
            texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
        }

        /** The set of these. */
        public static Terms of(Iterable<String> texts) {
            var sorted = new TreeSet<String>();
            texts.forEach(sorted::add);
            return new Terms(sorted);
        }
    }

    /** Whether a text can be a term: 1 to {@link #TERM_MAX} characters, no NUL and no half of a surrogate pair. */
    static boolean isTerm(String text) {
        return !text.isEmpty()
                && text.length() <= TERM_MAX
                && text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static void requireTerm(String text) {
        if (!isTerm(text)) {
            throw new IllegalArgumentException(
                    "a term has 1 to %d characters, no NUL and no half of a surrogate pair".formatted(TERM_MAX));
        }
    }
}
