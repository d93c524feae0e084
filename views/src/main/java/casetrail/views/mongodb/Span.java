package casetrail.views.mongodb;

import static casetrail.views.mongodb.StoredDocument.ID;

import casetrail.views.Field;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Shape;
import casetrail.views.Value;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an order that one range of an index holds. A page is read span by span, because MongoDB puts documents without a field
 * first and the port wants them last, and because "behind this value and id" over two keys is no single range.
 */
record Span(BsonDocument filter, BsonDocument sort) {

    /** What has to be read one after the other, each in its sort, to answer the question. */
    static List<Span> of(Question question, Shape shape) {
        var order = question.order();
        var after = question.after();
        if (order.field() == null) {
            return List.of(
                    new Span(behind(order, after == null ? null : after.stream().value()), sort(order, ID)));
        }
        var field = order.field();
        if (shape.kind(field) == Field.Kind.TERMS) {
            throw new IllegalArgumentException("the field '%s' is a set of terms and no order".formatted(field));
        }
        var selection = new Selection(shape);
        var sort = sort(order, StoredDocument.path(field), ID);
        var absent = selection.absent(field);
        var spans = new ArrayList<Span>();
        if (after == null) {
            spans.add(new Span(selection.present(field), sort));
            spans.add(new Span(absent, sort));
        } else if (after.value() == null) {
            spans.add(new Span(
                    Selection.all(List.of(absent, behind(order, after.stream().value()))), sort));
        } else {
            var path = StoredDocument.path(field);
            var value = bson(after.value(), shape.kind(field), field);
            var same = Selection.filter(path, value);
            spans.add(new Span(
                    Selection.all(List.of(same, behind(order, after.stream().value()))), sort));
            // Greater and less compare only values of the same type, so those without the field stay out.
            spans.add(new Span(Selection.filter(path, new BsonDocument(beyond(order), value)), sort));
            spans.add(new Span(absent, sort));
        }
        return spans;
    }

    /** By id behind a document; from the first on if there is none, said as a range so that the index of the ids answers. */
    private static BsonDocument behind(Order order, @Nullable String id) {
        return Selection.filter(
                ID, new BsonDocument(id == null ? "$gt" : beyond(order), new BsonString(id == null ? "" : id)));
    }

    private static String beyond(Order order) {
        return order.descending() ? "$lt" : "$gt";
    }

    private static BsonDocument sort(Order order, String... paths) {
        var sort = new BsonDocument();
        for (var path : paths) {
            sort.append(path, new BsonInt32(order.descending() ? -1 : 1));
        }
        return sort;
    }

    private static BsonValue bson(Value value, Field.Kind kind, String field) {
        if (kind == Field.Kind.TERM && value instanceof Value.Term(var text)) {
            return new BsonString(text);
        }
        if (kind == Field.Kind.NUMBER && value instanceof Value.Whole(var number)) {
            return new BsonInt64(number);
        }
        throw new IllegalArgumentException("a page by '%s' does not go on behind that value".formatted(field));
    }
}
