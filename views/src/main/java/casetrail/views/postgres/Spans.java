package casetrail.views.postgres;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads documents in a part of the order of an index. */
final class Spans {

    /** How many documents are looked at in their order before the index of the terms is asked. */
    private static final int WALK_MAX = 2_000;

    private final DocumentTable table;

    Spans(DocumentTable table) {
        this.table = table;
    }

    /**
     * Part of the order of an index.
     *
     * @param where what lies in it, with its own parameters
     */
    record Span(String where, List<Object> parameters, String order) {}

    /**
     * How many terms of a document a planner knows the frequency of is bounded; for all others it guesses one in 200. So it would look for
     * a term that no document has by walking through all of them, or fetch and sort a half of them for one that is everywhere. Neither
     * happens here: a bounded walk first, and if that does not fill the page, whatever finds all that fits.
     */
    List<Document> read(Connection connection, Condition condition, Span span, int limit) throws SQLException {
        var parts = Where.parts(condition);
        if (parts.ofTerms().equals(Condition.everything())) {
            var where = Where.of(parts.others()).and(span.where(), span.parameters());
            return rows(
                    connection,
                    "select stream, version, document from %s where %s order by %s limit ?"
                            .formatted(table.name(), where.sql(), span.order()),
                    where.parameters(limit));
        }
        var walked = walked(connection, parts, span, limit);
        return walked.size() == limit ? walked : met(connection, condition, span, limit);
    }

    private List<Document> walked(Connection connection, Where.Parts parts, Span span, int limit) throws SQLException {
        var others = Where.of(parts.others()).and(span.where(), span.parameters());
        var terms = Where.of(parts.ofTerms());
        return rows(
                connection,
                """
                select stream, version, document
                from (select * from %s where %s order by %s limit %d) as walked where %s order by %s limit ?
                """.formatted(table.name(), others.sql(), span.order(), WALK_MAX, terms.sql(), span.order()),
                others.parameters(terms.parameters(limit)));
    }

    /** The offset keeps the order and the limit from having a say in how the documents are found. */
    private List<Document> met(Connection connection, Condition condition, Span span, int limit) throws SQLException {
        var where = Where.of(condition).and(span.where(), span.parameters());
        return rows(connection, """
                select stream, version, document from (select * from %s where %s offset 0) as met order by %s limit ?
                """.formatted(table.name(), where.sql(), span.order()), where.parameters(limit));
    }

    private static List<Document> rows(Connection connection, String sql, Object[] parameters) throws SQLException {
        return ViewsDatabase.rows(connection, ViewsDatabase.ASK_MAX, Spans::document, sql, parameters);
    }

    /** The values stay where they are: the port does not ask for them back. */
    static Document document(ResultSet row) throws SQLException {
        return new Document(new StreamId(row.getString(1)), row.getLong(2), row.getBytes(3), Map.of());
    }
}
