package casetrail.views.store;

import casetrail.events.StreamId;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every question means, answered by looking at each document: what the engines are compared with. */
final class PlainAnswers {

    /** Texts by their bytes in UTF-8, which is by their code points: halves of pairs stand for those beyond all others. */
    static final Comparator<String> BY_BYTES = (a, b) -> {
        int at = Arrays.mismatch(a.toCharArray(), b.toCharArray());
        if (at < 0 || at == Math.min(a.length(), b.length())) {
            return Integer.compare(a.length(), b.length());
        }
        int byPlane = Boolean.compare(Character.isSurrogate(a.charAt(at)), Character.isSurrogate(b.charAt(at)));
        return byPlane != 0 ? byPlane : Character.compare(a.charAt(at), b.charAt(at));
    };

    private PlainAnswers() {}

    static boolean fits(Condition where, Document document) {
        return switch (where) {
            case Condition.All(var parts) -> parts.stream().allMatch(p -> fits(p, document));
            case Condition.Any(var parts) -> parts.stream().anyMatch(p -> fits(p, document));
            case Condition.Is(var field, var values) ->
                value(document, field) instanceof Value.Term(var text) && values.contains(text);
            case Condition.Between(var field, var from, var below) ->
                value(document, field) instanceof Value.Whole(long number)
                        && (from == null || number >= from)
                        && (below == null || number < below);
            case Condition.HasAll(var field, var values) ->
                value(document, field) instanceof Value.Terms t && t.texts().containsAll(values);
            case Condition.HasAny(var field, var values) ->
                value(document, field) instanceof Value.Terms t
                        && values.stream().anyMatch(v -> t.texts().contains(v));
            case Condition.Absent(var field) -> value(document, field) == null;
        };
    }

    static List<Document> find(Collection<Document> documents, Question question) {
        var sorted = by(question.order());
        var after = question.after();
        return all(documents, question.where(), question.order()).stream()
                .filter(d -> after == null
                        || sorted.compare(new Key(after.value(), after.stream()), key(question.order(), d)) < 0)
                .limit(question.limit())
                .toList();
    }

    /** All pages together. */
    static List<Document> all(Collection<Document> documents, Condition where, Order order) {
        var sorted = by(order);
        return documents.stream()
                .filter(d -> fits(where, d))
                .sorted((a, b) -> sorted.compare(key(order, a), key(order, b)))
                .toList();
    }

    static List<ViewTable.Count> counts(Collection<Document> documents, Condition where, String field, int limit) {
        var counted = new TreeMap<String, Long>(BY_BYTES);
        for (var document : documents) {
            if (fits(where, document)) {
                switch (value(document, field)) {
                    case Value.Term(var text) -> counted.merge(text, 1L, Long::sum);
                    case Value.Terms t -> t.texts().forEach(text -> counted.merge(text, 1L, Long::sum));
                    case Value.Whole w -> throw new IllegalArgumentException(field);
                    case null -> {}
                }
            }
        }
        return counted.entrySet().stream()
                .map(e -> new ViewTable.Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(ViewTable.Count::documents).reversed())
                .limit(limit)
                .toList();
    }

    /** What a document is sorted by. */
    record Key(@Nullable Value value, StreamId stream) {}

    static Key key(Order order, Document document) {
        var field = order.field();
        return new Key(field == null ? null : value(document, field), document.stream());
    }

    private static Comparator<Key> by(Order order) {
        Comparator<Key> upwards = (a, b) -> {
            int byValue = compare(a.value(), b.value());
            return byValue != 0
                    ? byValue
                    : BY_BYTES.compare(a.stream().value(), b.stream().value());
        };
        Comparator<Key> present = order.descending() ? upwards.reversed() : upwards;
        return (a, b) -> {
            boolean sameSide = (a.value() == null) == (b.value() == null);
            return sameSide ? present.compare(a, b) : Boolean.compare(a.value() == null, b.value() == null);
        };
    }

    private static int compare(@Nullable Value a, @Nullable Value b) {
        if (a instanceof Value.Term(var left) && b instanceof Value.Term(var right)) {
            return BY_BYTES.compare(left, right);
        }
        if (a instanceof Value.Whole(long left) && b instanceof Value.Whole(long right)) {
            return Long.compare(left, right);
        }
        return 0;
    }

    private static @Nullable Value value(Document document, String field) {
        return document.values().get(field);
    }
}
