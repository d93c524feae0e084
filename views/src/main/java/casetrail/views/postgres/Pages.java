package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.views.Document;
import casetrail.views.Question;
import casetrail.views.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Pages in the order of an index: first the documents that have the field, then, if there is room left, those that do not. Each of the two
 * is a walk along the same index, up or down; asked for at once they would have to be sorted.
 */
final class Pages {

    private final DocumentTable table;

    Pages(DocumentTable table) {
        this.table = table;
    }

    List<Document> page(Connection connection, Question question) throws SQLException {
        var field = question.order().field();
        if (field == null) {
            return byStream(connection, question);
        }
        var after = question.after();
        var value = after == null ? null : after.value();
        var found = new ArrayList<Document>();
        if (after == null || value != null) {
            found.addAll(present(connection, question, DocumentTable.column(field)));
        }
        if (found.size() < question.limit()) {
            // A document that lost the field between the two questions would come twice.
            var seen = new HashSet<StreamId>();
            found.forEach(document -> seen.add(document.stream()));
            absent(connection, question, DocumentTable.column(field), question.limit() - found.size()).stream()
                    .filter(document -> !seen.contains(document.stream()))
                    .forEach(found::add);
        }
        return found;
    }

    private List<Document> byStream(Connection connection, Question question) throws SQLException {
        var where = Where.of(question.where());
        var after = question.after();
        if (after != null) {
            where.and("stream %s ?".formatted(beyond(question)), after.stream().value());
        }
        return rows(connection, where, "stream" + direction(question), question.limit());
    }

    private List<Document> present(Connection connection, Question question, String column) throws SQLException {
        var where = Where.of(question.where()).and(column + " is not null");
        var after = question.after();
        var value = after == null ? null : after.value();
        if (after != null && value != null) {
            where.and(
                    "(%s, stream) %s (?, ?)".formatted(column, beyond(question)),
                    parameter(value),
                    after.stream().value());
        }
        return rows(connection, where, sorted(question, column), question.limit());
    }

    private List<Document> absent(Connection connection, Question question, String column, int limit)
            throws SQLException {
        var where = Where.of(question.where()).and(column + " is null");
        var after = question.after();
        if (after != null && after.value() == null) {
            where.and("stream %s ?".formatted(beyond(question)), after.stream().value());
        }
        return rows(connection, where, sorted(question, column), limit);
    }

    /** Names the column even where it is null in every row: that is the order of the index. */
    private static String sorted(Question question, String column) {
        var direction = direction(question);
        return "%s%s, stream%s".formatted(column, direction, direction);
    }

    private static String direction(Question question) {
        return question.order().descending() ? " desc" : "";
    }

    private static String beyond(Question question) {
        return question.order().descending() ? "<" : ">";
    }

    private static Object parameter(Value value) {
        return switch (value) {
            case Value.Term(var text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Terms terms -> throw new IllegalArgumentException("no order by terms");
        };
    }

    private List<Document> rows(Connection connection, Where where, String order, int limit) throws SQLException {
        return ViewsDatabase.rows(
                connection,
                ViewsDatabase.ASK_MAX,
                Pages::document,
                "select stream, version, document::text from %s where %s order by %s limit ?"
                        .formatted(table.name(), where.sql(), order),
                where.parameters(limit));
    }

    /** The values stay where they are: the port does not ask for them back. */
    static Document document(ResultSet row) throws SQLException {
        return new Document(new StreamId(row.getString(1)), row.getLong(2), row.getBytes(3), Map.of());
    }
}
