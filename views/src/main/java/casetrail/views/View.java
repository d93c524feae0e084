package casetrail.views;

import casetrail.events.StreamId;
import casetrail.events.views.ViewName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One view: a document for each stream of a family, folded from that stream alone.
 *
 * @param family of whose streams it keeps documents
 * @param revision raised whenever the fold, the form or a field gives something else than before for the same events; documents of
 *     another revision are never folded on
 * @param audience which documents a reader may know of
 */
public record View<V>(
        ViewName name,
        int revision,
        String family,
        DocumentFold<V> fold,
        DocumentForm<V> form,
        List<Field<V>> fields,
        List<Index> indexes,
        Function<Scope, Condition> audience) {

    public View {
        fields = List.copyOf(fields);
        indexes = List.copyOf(indexes);
        shape(name, fields, indexes);
    }

    /** What an engine has to know of it. */
    public Shape shape() {
        return shape(name, fields, indexes);
    }

    /** The value as an engine keeps it. */
    public Document document(StreamId stream, long version, V value) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            var given = field.of().apply(value);
            if (given != null) {
                values.put(field.name(), given);
            }
        }
        return new Document(stream, version, form.write(value), values);
    }

    private static <V> Shape shape(ViewName name, List<Field<V>> fields, List<Index> indexes) {
        Map<String, Field.Kind> kinds = new LinkedHashMap<>();
        for (var field : fields) {
            if (kinds.put(field.name(), field.kind()) != null) {
                throw new IllegalArgumentException("the view '%s' declares '%s' twice".formatted(name, field.name()));
            }
        }
        return new Shape(name, kinds, indexes);
    }
}
