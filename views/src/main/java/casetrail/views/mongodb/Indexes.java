package casetrail.views.mongodb;

import casetrail.views.Condition;
import casetrail.views.Index;
import casetrail.views.Shape;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** The indexes of a collection as they have to be: by name, with their keys. */
record Indexes(Map<String, BsonDocument> keys) {

    /** What makes an index give other answers, or none, than one that has only keys. */
    private static final List<String> FOREIGN =
            List.of("unique", "sparse", "partialFilterExpression", "collation", "expireAfterSeconds", "hidden");

    Indexes {
        keys = Map.copyOf(keys);
    }

    /** The declared ones, each with the id behind its last field. */
    static Indexes of(Shape shape) {
        var keys = new LinkedHashMap<String, BsonDocument>();
        for (var index : shape.indexes()) {
            var key = new BsonDocument();
            index.fields().forEach(field -> key.append(StoredDocument.path(field), new BsonInt32(1)));
            keys.put(name(index), key.append(StoredDocument.ID, new BsonInt32(1)));
        }
        return new Indexes(keys);
    }

    /** Whether an index begins with the field, so that a range of it is a range of the index. */
    static boolean leads(Shape shape, String field) {
        return shape.indexes().stream().anyMatch(i -> i.fields().getFirst().equals(field));
    }

    /** Whether some index bounds what has to be looked at; MongoDB then never reads the whole collection. */
    static boolean bounds(Shape shape, Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().anyMatch(p -> bounds(shape, p));
            case Condition.Any(var parts) -> parts.stream().allMatch(p -> bounds(shape, p));
            case Condition.Is(var field, var values) -> leads(shape, field);
            case Condition.Between(var field, var from, var below) -> leads(shape, field);
            case Condition.HasAll(var field, var values) -> leads(shape, field);
            case Condition.HasAny(var field, var values) -> leads(shape, field);
            case Condition.Absent(var field) -> leads(shape, field);
        };
    }

    /**
     * Makes those that are missing and looks at all of them.
     *
     * @throws IllegalStateException if one of them is there, but is another
     */
    void ensure(MongoCollection<?> collection) {
        var there = there(collection);
        keys.forEach((name, key) -> requireEqual(collection, name, key, there.get(name), true));
        var missing = keys.keySet().stream()
                .filter(name -> !there.containsKey(name))
                .sorted()
                .map(name -> new IndexModel(keys.get(name), new IndexOptions().name(name)))
                .toList();
        if (!missing.isEmpty()) {
            collection.createIndexes(missing);
            var made = there(collection);
            keys.forEach((name, key) -> requireEqual(collection, name, key, made.get(name), false));
        }
    }

    private static Map<String, BsonDocument> there(MongoCollection<?> collection) {
        var there = new LinkedHashMap<String, BsonDocument>();
        for (var index : collection.listIndexes(BsonDocument.class)) {
            there.put(index.getString("name").getValue(), index);
        }
        return there;
    }

    private static void requireEqual(
            MongoCollection<?> collection,
            String name,
            BsonDocument key,
            @Nullable BsonDocument found,
            boolean mayBeMissing) {
        if (found == null ? mayBeMissing : isSame(key, found)) {
            return;
        }
        throw new IllegalStateException("the index '%s' of the collection '%s' is not %s"
                .formatted(name, collection.getNamespace().getCollectionName(), key.toJson()));
    }

    /** The order of the keys counts, and a number's type does not: other tools write 1 as they like. */
    private static boolean isSame(BsonDocument key, BsonDocument found) {
        var other = found.getDocument("key");
        return FOREIGN.stream().noneMatch(found::containsKey)
                && List.copyOf(key.keySet()).equals(List.copyOf(other.keySet()))
                && other.values().stream()
                        .allMatch(v -> v.isNumber() && v.asNumber().intValue() == 1);
    }

    private static String name(Index index) {
        return "by_" + String.join("_", index.fields());
    }
}
