package casetrail.views;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something of a document that it can be found, sorted or counted by. What is not declared cannot be asked for.
 *
 * @param name in lower camel case
 * @param of what the document has there; absent if it has nothing
 */
public record Field<V>(String name, Kind kind, Function<V, @Nullable Value> of) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-zA-Z0-9]{0,30}");

    public Field {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a field's name: '%s'".formatted(name));
        }
    }

    /** Of what kind the values of a field are. */
    public enum Kind {
        /**
         * One short text, compared as it is by its bytes in UTF-8, which is the order of its code points. Java's own order of texts is
         * another one beyond U+FFFF.
         */
        TERM,
        /** A whole number; moments are microseconds since 1970-01-01T00:00:00Z. */
        NUMBER,
        /** A set of short texts. */
        TERMS
    }

    /** One short text. */
    public static <V> Field<V> term(String name, Function<V, @Nullable String> of) {
        return new Field<>(name, Kind.TERM, v -> {
            var text = of.apply(v);
            return text == null ? null : new Value.Term(text);
        });
    }

    /** A whole number. */
    public static <V> Field<V> number(String name, Function<V, @Nullable Long> of) {
        return new Field<>(name, Kind.NUMBER, v -> {
            var number = of.apply(v);
            return number == null ? null : new Value.Whole(number);
        });
    }

    /** A set of short texts; an empty one is a value too. */
    public static <V> Field<V> terms(String name, Function<V, ? extends Iterable<String>> of) {
        return new Field<>(name, Kind.TERMS, v -> Value.Terms.of(of.apply(v)));
    }
}
