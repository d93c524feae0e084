package casetrail.views;

import java.util.List;

/**
 * What an engine keeps sorted, so that a question by these fields reads only what it answers. The document's id always follows behind the
 * last field.
 *
 * @param fields one TERMS field alone, or one to four of the other kinds
 */
public record Index(List<String> fields) {

    private static final int FIELDS_MAX = 4;

    public Index {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > FIELDS_MAX) {
            throw new IllegalArgumentException("an index has 1 to %d fields".formatted(FIELDS_MAX));
        }
    }

    /** An index over these fields. */
    public static Index on(String... fields) {
        return new Index(List.of(fields));
    }
}
