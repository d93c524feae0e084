package casetrail.views.postgres;

import casetrail.views.Field;
import casetrail.views.Index;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of one version: its names, and the statements that make it and write its rows. Names are made of what {@link ViewVersion} and
 * {@link Field} let through, so they can stand in a statement as they are.
 *
 * @param name with its schema
 */
record DocumentTable(String name, Shape shape) {

    /** Rows change all the time, so their dead ones are cleared and their statistics taken sooner than PostgreSQL would by itself. */
    private static final String CLEARED =
            "autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05";

    /** Every search looks through the terms that wait to be sorted in, so only few may, in kilobytes. */
    private static final int WAITING_TERMS_MAX = 1_024;

    static DocumentTable of(ViewVersion version, Shape shape) {
        return new DocumentTable(name(version), shape);
    }

    private static String name(ViewVersion version) {
        return "%s.%s_%d"
                .formatted(PostgresViewStore.SCHEMA, version.view().value().replace('-', '_'), version.number());
    }

    static String drop(ViewVersion version) {
        return "drop table if exists " + name(version);
    }

    /** The column of a field. */
    static String column(String field) {
        return "\"f_%s\"".formatted(field);
    }

    /** Short columns first and the document last: what is counted and compared is then found without reading over the rest. */
    List<String> create() {
        var columns = shape.fields().entrySet().stream()
                .sorted(Comparator.comparingInt(e -> place(e.getValue())))
                .map(e -> "%s %s, ".formatted(column(e.getKey()), type(e.getValue())))
                .collect(Collectors.joining());
        return List.of(
                """
                create table %s (stream text collate "C" primary key, version bigint not null, %sdocument jsonb not null) with (%s)
                """.formatted(name, columns, CLEARED),
                // Large documents lie beside the table as they are. To compress one costs a third of writing it, and
                // what is looked at to
                // count and to filter are the columns: a table of them alone is small.
                "alter table %s alter column document set storage external".formatted(name));
    }

    private static int place(Field.Kind kind) {
        return switch (kind) {
            case NUMBER -> 0;
            case TERM -> 1;
            case TERMS -> 2;
        };
    }

    /** Lets counts be answered from an index alone, and the planner know what is where. Not within a transaction. */
    String settle() {
        return "vacuum (analyze, process_toast false) " + name;
    }

    private static String type(Field.Kind kind) {
        return switch (kind) {
            case TERM -> "text collate \"C\"";
            case NUMBER -> "bigint";
            case TERMS -> "text[] collate \"C\"";
        };
    }

    List<String> createIndexes() {
        return IntStream.range(0, shape.indexes().size())
                .mapToObj(n -> createIndex(n, shape.indexes().get(n)))
                .toList();
    }

    private String createIndex(int number, Index index) {
        var indexName = "%s_x%d".formatted(name.substring(name.indexOf('.') + 1), number);
        boolean terms = shape.kind(index.fields().getFirst()) == Field.Kind.TERMS;
        var columns = index.fields().stream().map(DocumentTable::column).collect(Collectors.joining(", "));
        return terms
                ? "create index if not exists %s on %s using gin (%s) with (gin_pending_list_limit = %d)"
                        .formatted(indexName, name, columns, WAITING_TERMS_MAX)
                : "create index if not exists %s on %s (%s, stream)".formatted(indexName, name, columns);
    }

    private List<String> columns() {
        var columns = new ArrayList<>(List.of("stream", "version", "document"));
        shape.fields().keySet().stream().map(DocumentTable::column).forEach(columns::add);
        return columns;
    }

    /** Rows in PostgreSQL's binary form, see {@link CopiedRows}. */
    String copy() {
        return "copy %s (%s) from stdin (format binary)".formatted(name, String.join(", ", columns()));
    }

    /** Rows that are not there yet, by the parameters of {@link RowArrays}; those that are there are not counted. */
    String insert() {
        return "insert into %s (%s) select %s from %s on conflict (stream) do nothing"
                .formatted(name, String.join(", ", columns()), String.join(", ", values()), given(""));
    }

    /** Rows that are there, whatever their version, by the same parameters. */
    String update() {
        return "update %s as kept set %s from %s where kept.stream = given.stream"
                .formatted(name, assignments(), given(""));
    }

    /** The same, only those with the version that was loaded, which is one more parameter in front. */
    String updateLoaded() {
        return "update %s as kept set %s from %s where kept.stream = given.stream and kept.version = given.loaded"
                .formatted(name, assignments(), given("loaded"));
    }

    private String assignments() {
        var columns = columns();
        var values = values();
        return IntStream.range(1, columns.size())
                .mapToObj(n -> columns.get(n) + " = " + values.get(n))
                .collect(Collectors.joining(", "));
    }

    private List<String> values() {
        var values = new ArrayList<>(List.of("given.stream", "given.version", "given.document::jsonb"));
        shape.fields()
                .forEach((field, kind) ->
                        values.add("given.%s%s".formatted(column(field), kind == Field.Kind.TERMS ? "::text[]" : "")));
        return values;
    }

    private String given(String first) {
        var arrays = new ArrayList<>(List.of("?::text[]", "?::bigint[]", "?::text[]"));
        shape.fields().values().forEach(kind -> arrays.add(kind == Field.Kind.NUMBER ? "?::bigint[]" : "?::text[]"));
        var columns = columns();
        if (!first.isEmpty()) {
            arrays.addFirst("?::bigint[]");
            columns.addFirst(first);
        }
        return "unnest(%s) as given (%s)".formatted(String.join(", ", arrays), String.join(", ", columns));
    }
}
