package casetrail.query.asking;

import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Field;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Scope;
import casetrail.views.Value;
import casetrail.views.ViewReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which page of an answer is asked for: parameters {@code limit} and {@code after}.
 *
 * @param question the same text for the same question, whatever the page
 * @param query all that was asked, for the address of the next page
 */
public record Page(int limit, @Nullable After after, String question, String query) {

    /** How many rows a page has if nothing else is asked for. */
    public static final int LIMIT_DEFAULT = 50;

    /** The most rows a page has. */
    public static final int LIMIT_MAX = 200;

    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    /**
     * The page that is asked for; faults are noted with the parameters.
     *
     * @param sorted of what kind the field is that it is sorted by
     */
    public static Page of(Parameters parameters, String path, Field.Kind sorted) {
        var limit = parameters.number(LIMIT, 1, LIMIT_MAX);
        var question = path + "?" + parameters.question(LIMIT, AFTER, Freshness.PARAMETER);
        var after = parameters.one(AFTER, cursor -> Cursor.read(question, sorted, cursor));
        return new Page(
                limit == null ? LIMIT_DEFAULT : limit.intValue(),
                after,
                question,
                path + "?" + parameters.query(AFTER, Freshness.PARAMETER));
    }

    /**
     * The rows of a page.
     *
     * @param next the address of the next page; absent on the last one
     */
    public record Rows<V>(
            List<ViewReader.Kept<V>> rows, @Nullable String next) {}

    /**
     * Reads the page.
     *
     * @param sorted what a document has in the field of the order
     */
    public <V> Rows<V> read(
            ViewReader<V> reader,
            Scope scope,
            Condition where,
            Order order,
            BiFunction<String, V, @Nullable Value> sorted) {
        // One more than asked for tells whether there is a next page.
        var found = reader.find(scope, new Question(where, order, after, limit + 1));
        if (found.size() <= limit) {
            return new Rows<>(found, null);
        }
        var rows = found.subList(0, limit);
        var last = rows.getLast();
        var field = order.field();
        var end = new After(field == null ? null : sorted.apply(field, last.value()), last.stream());
        return new Rows<>(List.copyOf(rows), next(end));
    }

    private String next(After end) {
        var separator = query.endsWith("?") ? "" : "&";
        return query + separator + AFTER + "="
                + URLEncoder.encode(Cursor.written(question, end), StandardCharsets.UTF_8);
    }
}
