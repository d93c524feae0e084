package casetrail.views.mongodb;

import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Whether MongoDB can answer a command by walking an index instead of reading a whole collection: the command names one, or its filter
 * restricts the first field of one. Both is documented of every version.
 */
public final class IndexWalks {

    private IndexWalks() {}

    /**
     * Whether it can.
     *
     * @param leading the first fields of the indexes, that of the ids included
     */
    public static boolean answers(BsonDocument command, Set<String> leading) {
        return command.containsKey("hint") || bounds(filter(command), leading);
    }

    private static BsonDocument filter(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "find" -> command.getDocument("filter", new BsonDocument());
            case "distinct", "count" -> command.getDocument("query", new BsonDocument());
            case "aggregate" ->
                command.getArray("pipeline").getFirst().asDocument().getDocument("$match", new BsonDocument());
            default -> throw new IllegalArgumentException("asks nothing: " + command.toJson());
        };
    }

    private static boolean bounds(BsonDocument filter, Set<String> leading) {
        return filter.entrySet().stream().anyMatch(part -> switch (part.getKey()) {
            case "$and" -> part.getValue().asArray().stream().anyMatch(f -> bounds(f, leading));
            case "$or" -> part.getValue().asArray().stream().allMatch(f -> bounds(f, leading));
            default -> leading.contains(part.getKey());
        });
    }

    private static boolean bounds(BsonValue filter, Set<String> leading) {
        return bounds(filter.asDocument(), leading);
    }
}
