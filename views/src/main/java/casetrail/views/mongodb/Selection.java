package casetrail.views.mongodb;

import casetrail.views.Condition;
import casetrail.views.Field;
import casetrail.views.Shape;
import casetrail.views.Value;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Conditions as filters of MongoDB. Only operators whose meaning does not depend on the server's version or settings. */
record Selection(Shape shape) {

    static final BsonDocument EVERYTHING = new BsonDocument();

    /** Nothing is one of no values. */
    private static final BsonDocument NOTHING = filter(StoredDocument.ID, new BsonDocument("$in", new BsonArray()));

    /** @throws IllegalArgumentException if a field is not declared, or of another kind than the condition is about */
    BsonDocument of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) when parts.isEmpty() -> EVERYTHING;
            case Condition.All(var parts) -> all(parts.stream().map(this::of).toList());
            case Condition.Any(var parts) when parts.isEmpty() -> NOTHING;
            case Condition.Any(var parts) -> filter("$or", array(parts.stream().map(this::of)));
            case Condition.Is(var field, var values) -> in(path(field, Field.Kind.TERM), values);
            case Condition.Between between -> range(between);
            case Condition.HasAll(var field, var values) -> has(path(field, Field.Kind.TERMS), values);
            case Condition.HasAny(var field, var values) -> in(path(field, Field.Kind.TERMS), values);
            case Condition.Absent(var field) -> absent(field);
        };
    }

    /** Where all fit. */
    static BsonDocument all(Collection<BsonDocument> filters) {
        var telling = filters.stream().filter(f -> !f.isEmpty()).toList();
        return switch (telling.size()) {
            case 0 -> EVERYTHING;
            case 1 -> telling.getFirst();
            default -> filter("$and", array(telling.stream()));
        };
    }

    /** Documents with a value in the field; said as a range, so that an index over the field bounds it. */
    BsonDocument present(String field) {
        return filter(
                StoredDocument.path(field),
                switch (shape.kind(field)) {
                    // No term is empty.
                    case TERM, TERMS -> new BsonDocument("$gt", new BsonString(""));
                    case NUMBER -> new BsonDocument("$gte", new BsonInt64(Long.MIN_VALUE));
                });
    }

    /** Documents without the field. Equal to nothing is what an index answers; no field of ours is ever null. */
    BsonDocument absent(String field) {
        if (shape.kind(field) == Field.Kind.TERMS) {
            throw new IllegalArgumentException("the field '%s' is a set of terms".formatted(field));
        }
        return filter(StoredDocument.path(field), BsonNull.VALUE);
    }

    static BsonDocument filter(String path, BsonValue value) {
        return new BsonDocument(path, value);
    }

    private BsonDocument range(Condition.Between between) {
        var path = path(between.field(), Field.Kind.NUMBER);
        if (between.from() == null && between.below() == null) {
            return present(between.field());
        }
        var bounds = new BsonDocument();
        if (between.from() != null) {
            bounds.append("$gte", new BsonInt64(between.from()));
        }
        if (between.below() != null) {
            bounds.append("$lt", new BsonInt64(between.below()));
        }
        return filter(path, bounds);
    }

    private String path(String field, Field.Kind kind) {
        if (shape.kind(field) != kind) {
            throw new IllegalArgumentException(
                    "the field '%s' is a %s and not a %s".formatted(field, shape.kind(field), kind));
        }
        return StoredDocument.path(field);
    }

    /** What cannot be a term is in no document, and is kept away from the server. */
    private static BsonDocument in(String path, Set<String> values) {
        var terms = values.stream().filter(Value::isTerm).toList();
        return switch (terms.size()) {
            case 0 -> NOTHING;
            case 1 -> filter(path, new BsonString(terms.getFirst()));
            default -> filter(path, new BsonDocument("$in", array(terms.stream().map(BsonString::new))));
        };
    }

    private static BsonDocument has(String path, Set<String> values) {
        return values.stream().allMatch(Value::isTerm)
                ? filter(path, new BsonDocument("$all", array(values.stream().map(BsonString::new))))
                : NOTHING;
    }

    private static BsonArray array(Stream<? extends BsonValue> values) {
        return new BsonArray(values.toList());
    }
}
