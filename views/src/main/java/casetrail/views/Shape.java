package casetrail.views;

import casetrail.events.views.ViewName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine has to know of a view: what can be asked of it, and which indexes answer that.
 *
 * @param fields in the order of their declaration
 */
public record Shape(ViewName name, Map<String, Field.Kind> fields, List<Index> indexes) {

    public Shape {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        indexes = List.copyOf(indexes);
        for (var index : indexes) {
            for (var field : index.fields()) {
                if (kindOf(fields, field) == Field.Kind.TERMS && index.fields().size() > 1) {
                    throw new IllegalArgumentException(
                            "an index over the terms of '%s' has no other field".formatted(field));
                }
            }
        }
    }

    /**
     * The kind of a field.
     *
     * @throws IllegalArgumentException if the view does not declare it
     */
    public Field.Kind kind(String field) {
        return kindOf(fields, field);
    }

    private static Field.Kind kindOf(Map<String, Field.Kind> fields, String field) {
        var kind = fields.get(field);
        if (kind == null) {
            throw new IllegalArgumentException("no field '%s' is declared".formatted(field));
        }
        return kind;
    }
}
