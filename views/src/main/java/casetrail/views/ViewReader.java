package casetrail.views;

import casetrail.events.StreamId;
import casetrail.views.store.ViewTable;
import java.util.List;
import java.util.function.Supplier;

/**
 * Answers persons from one view: everything it gives out is within the reader's scope. Safe for many threads.
 *
 * <p>Throws what the store throws.
 */
public final class ViewReader<V> {

    private final View<V> view;
    private final Supplier<ViewTable> active;

    /** @param active the documents of the version that is read now */
    public ViewReader(View<V> view, Supplier<ViewTable> active) {
        this.view = view;
        this.active = active;
    }

    /**
     * A document as its reader sees it.
     *
     * @param version the sequence of the last event that is counted in
     */
    public record Kept<V>(StreamId stream, long version, V value) {}

    /** A page of documents that the reader may know of. */
    public List<Kept<V>> find(Scope scope, Question question) {
        var within = new Question(
                visible(scope).and(question.where()), question.order(), question.after(), question.limit());
        return active.get().find(within).stream().map(this::kept).toList();
    }

    /** How many documents that the reader may know of fit. */
    public long count(Scope scope, Condition where) {
        return active.get().count(visible(scope).and(where));
    }

    /** How many documents that the reader may know of have which value; see {@link ViewTable#counts}. */
    public List<ViewTable.Count> counts(Scope scope, Condition where, String field, int limit) {
        return active.get().counts(visible(scope).and(where), field, limit);
    }

    private Condition visible(Scope scope) {
        return view.audience().apply(scope);
    }

    private Kept<V> kept(Document document) {
        return new Kept<>(document.stream(), document.version(), view.form().read(document.json()));
    }
}
