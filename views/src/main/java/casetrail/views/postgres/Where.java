package casetrail.views.postgres;

import casetrail.views.Condition;
import casetrail.views.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition as SQL; what it compares with is bound and never stands in the text. */
final class Where {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Where() {}

    static Where of(Condition condition) {
        var where = new Where();
        where.add(condition);
        return where;
    }

    /** What stands behind {@code where}, in brackets where it needs them. */
    String sql() {
        return sql.toString();
    }

    /** What stands behind {@code where}, with something more that is given with its own parameters. */
    Where and(String more, List<Object> given) {
        sql.append(" and ").append(more);
        parameters.addAll(given);
        return this;
    }

    /**
     * A condition in two parts, both of which have to fit.
     *
     * @param ofTerms what asks for terms of a set, wherever in it
     */
    record Parts(Condition ofTerms, Condition others) {}

    static Parts parts(Condition condition) {
        var all = conjuncts(condition).toList();
        var terms = all.stream().filter(Where::asksForTerms).toList();
        var others = all.stream().filter(part -> !asksForTerms(part)).toList();
        return new Parts(new Condition.All(terms), new Condition.All(others));
    }

    private static Stream<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.All(var parts)
                ? parts.stream().flatMap(Where::conjuncts)
                : Stream.of(condition);
    }

    private static boolean asksForTerms(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().anyMatch(Where::asksForTerms);
            case Condition.Any(var parts) -> parts.stream().anyMatch(Where::asksForTerms);
            case Condition.HasAll a -> true;
            case Condition.HasAny a -> true;
            case Condition.Is i -> false;
            case Condition.Between b -> false;
            case Condition.Absent a -> false;
        };
    }

    /** In the order of their places. */
    Object[] parameters(Object... behind) {
        var all = new ArrayList<>(parameters);
        all.addAll(List.of(behind));
        return all.toArray();
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All(var parts) -> join(parts, " and ", "true");
            case Condition.Any(var parts) -> join(parts, " or ", "false");
            case Condition.Is(var field, var values) -> is(DocumentTable.column(field), possible(values));
            case Condition.Between(var field, var from, var below) -> {
                var column = DocumentTable.column(field);
                sql.append('(').append(column).append(" is not null");
                if (from != null) {
                    and(column + " >= ?", List.of(from));
                }
                if (below != null) {
                    and(column + " < ?", List.of(below));
                }
                sql.append(')');
            }
            case Condition.HasAll(var field, var values) ->
                has(DocumentTable.column(field), "@>", possible(values).size() == values.size() ? values : Set.of());
            case Condition.HasAny(var field, var values) -> has(DocumentTable.column(field), "&&", possible(values));
            case Condition.Absent(var field) ->
                sql.append(DocumentTable.column(field)).append(" is null");
        }
    }

    private void join(List<Condition> parts, String between, String ifNone) {
        if (parts.isEmpty()) {
            sql.append(ifNone);
            return;
        }
        // What costs little comes first: a row that is decided by one short column is not read as far as its sets of
        // terms.
        var sorted =
                parts.stream().sorted(Comparator.comparing(Where::asksForTerms)).toList();
        sql.append('(');
        add(sorted.getFirst());
        for (var part : sorted.subList(1, sorted.size())) {
            sql.append(between);
            add(part);
        }
        sql.append(')');
    }

    private void is(String column, Collection<String> values) {
        switch (values.size()) {
            case 0 -> sql.append("false");
            case 1 -> {
                sql.append(column).append(" = ?");
                parameters.add(values.iterator().next());
            }
            default -> {
                sql.append(column).append(" = any(?)");
                parameters.add(values.toArray(String[]::new));
            }
        }
    }

    private void has(String column, String operator, Collection<String> values) {
        if (values.isEmpty()) {
            sql.append("false");
        } else {
            sql.append("%s %s ?".formatted(column, operator));
            parameters.add(values.toArray(String[]::new));
        }
    }

    /** A text that cannot be a term is in no document, and the database would refuse to be asked for it. */
    private static Set<String> possible(Set<String> values) {
        return values.stream().filter(Value::isTerm).collect(Collectors.toUnmodifiableSet());
    }
}
