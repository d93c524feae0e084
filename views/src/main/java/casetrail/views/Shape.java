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

    /**
     * Makes sure that a condition asks only what is declared; every engine does so before it answers.
     *
     * @throws IllegalArgumentException if a field is not declared, or is of a kind that the condition has no meaning for
     */
    public void require(Condition where) {
        switch (where) {
            case Condition.All(var parts) -> parts.forEach(this::require);
            case Condition.Any(var parts) -> parts.forEach(this::require);
            case Condition.Is(var field, var values) -> requireKind(field, Field.Kind.TERM);
            case Condition.Between(var field, var from, var below) -> requireKind(field, Field.Kind.NUMBER);
            case Condition.HasAll(var field, var values) -> requireKind(field, Field.Kind.TERMS);
            case Condition.HasAny(var field, var values) -> requireKind(field, Field.Kind.TERMS);
            case Condition.Absent(var field) -> requireKind(field, Field.Kind.TERM, Field.Kind.NUMBER);
        }
    }

    /**
     * The same for a page: its order is by a TERM or NUMBER field or by none, and the document behind which it begins fits the order.
     *
     * @throws IllegalArgumentException if not
     */
    public void require(Question question) {
        require(question.where());
        var field = question.order().field();
        if (field != null) {
            requireKind(field, Field.Kind.TERM, Field.Kind.NUMBER);
        }
        var after = question.after();
        var value = after == null ? null : after.value();
        if (value != null && (field == null || kind(field) != value.kind())) {
            throw new IllegalArgumentException("a page does not begin behind a value of another kind than its order");
        }
    }

    /**
     * Makes sure that documents can be counted by a field.
     *
     * @throws IllegalArgumentException if it is not declared as TERM or TERMS
     */
    public void requireCountable(String field) {
        requireKind(field, Field.Kind.TERM, Field.Kind.TERMS);
    }

    private void requireKind(String field, Field.Kind... fitting) {
        if (!List.of(fitting).contains(kind(field))) {
            throw new IllegalArgumentException("the field '%s' is a %s".formatted(field, kind(field)));
        }
    }

    private static Field.Kind kindOf(Map<String, Field.Kind> fields, String field) {
        var kind = fields.get(field);
        if (kind == null) {
            throw new IllegalArgumentException("no field '%s' is declared".formatted(field));
        }
        return kind;
    }
}
