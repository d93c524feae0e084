package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.views.After;
import casetrail.views.Document;
import casetrail.views.Question;
import casetrail.views.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Pages in the order of an index: first the documents that have the field, then, if there is room left, those that do not. Each of the two
 * is a walk along the same index, up or down; asked for at once they would have to be sorted.
 */
final class Pages {

    private final Spans spans;

    Pages(DocumentTable table) {
        this.spans = new Spans(table);
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
        var after = question.after();
        var order = "stream" + direction(question);
        return after == null
                ? spans.read(connection, question.where(), new Spans.Span("true", List.of(), order), question.limit())
                : spans.read(connection, question.where(), beyond(question, after, "true", order), question.limit());
    }

    private List<Document> present(Connection connection, Question question, String column) throws SQLException {
        var there = column + " is not null";
        var order = sorted(question, column);
        var after = question.after();
        var value = after == null ? null : after.value();
        if (after == null || value == null) {
            return spans.read(connection, question.where(), new Spans.Span(there, List.of(), order), question.limit());
        }
        var behind = "%s and (%s, stream) %s (?, ?)".formatted(there, column, beyond(question));
        List<Object> bound = List.of(parameter(value), after.stream().value());
        return spans.read(connection, question.where(), new Spans.Span(behind, bound, order), question.limit());
    }

    private List<Document> absent(Connection connection, Question question, String column, int limit)
            throws SQLException {
        var missing = column + " is null";
        var order = sorted(question, column);
        var after = question.after();
        return after == null || after.value() != null
                ? spans.read(connection, question.where(), new Spans.Span(missing, List.of(), order), limit)
                : spans.read(connection, question.where(), beyond(question, after, missing, order), limit);
    }

    private static Spans.Span beyond(Question question, After after, String where, String order) {
        return new Spans.Span(
                "%s and stream %s ?".formatted(where, beyond(question)),
                List.of(after.stream().value()),
                order);
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
}
