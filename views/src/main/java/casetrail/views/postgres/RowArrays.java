package casetrail.views.postgres;

import casetrail.views.Document;
import casetrail.views.Field;
import casetrail.views.Shape;
import casetrail.views.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Documents as one array for each column, so that a statement of any number of rows has few parameters. */
final class RowArrays {

    /** The most rows of one statement. */
    static final int ROWS_MAX = 1_000;

    /** The most JSON of one statement, in bytes, unless one document alone has more. */
    static final int BYTES_MAX = 8_000_000;

    private RowArrays() {}

    /** The documents in parts that are each small enough for a statement. */
    static <T> List<List<T>> parts(List<T> rows, ToIntFunction<T> bytes) {
        var parts = new ArrayList<List<T>>();
        int from = 0;
        long size = 0;
        for (int n = 0; n < rows.size(); n++) {
            int next = bytes.applyAsInt(rows.get(n));
            if (n - from == ROWS_MAX || (n > from && size + next > BYTES_MAX)) {
                parts.add(rows.subList(from, n));
                from = n;
                size = 0;
            }
            size += next;
        }
        if (from < rows.size()) {
            parts.add(rows.subList(from, rows.size()));
        }
        return parts;
    }

    /** The parameters, in the order of {@link DocumentTable#insert}. */
    static List<Object> of(Shape shape, List<Document> documents) {
        var arrays = new ArrayList<Object>();
        arrays.add(documents.stream().map(d -> d.stream().value()).toArray(String[]::new));
        arrays.add(documents.stream().map(Document::version).toArray(Long[]::new));
        arrays.add(documents.stream()
                .map(d -> new String(d.json(), StandardCharsets.UTF_8))
                .toArray(String[]::new));
        shape.fields().forEach((field, kind) -> arrays.add(column(documents, field, kind)));
        return arrays;
    }

    private static Object column(List<Document> documents, String field, Field.Kind kind) {
        var values = documents.stream().map(d -> d.values().get(field));
        return switch (kind) {
            case TERM -> values.map(RowArrays::text).toArray(String[]::new);
            case NUMBER -> values.map(RowArrays::number).toArray(Long[]::new);
            case TERMS -> values.map(RowArrays::literal).toArray(String[]::new);
        };
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Term(var text) ? text : null;
    }

    private static @Nullable Long number(@Nullable Value value) {
        return value instanceof Value.Whole(long number) ? (Long) number : null;
    }

    /** An array as text, because arrays of arrays of different lengths cannot be sent. */
    private static @Nullable String literal(@Nullable Value value) {
        if (!(value instanceof Value.Terms terms)) {
            return null;
        }
        var literal = new StringBuilder("{");
        for (var text : terms.texts()) {
            literal.append(literal.length() == 1 ? "\"" : ",\"");
            for (int n = 0; n < text.length(); n++) {
                char letter = text.charAt(n);
                if (letter == '"' || letter == '\\') {
                    literal.append('\\');
                }
                literal.append(letter);
            }
            literal.append('"');
        }
        return literal.append('}').toString();
    }
}
