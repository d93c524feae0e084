package casetrail.standalone.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a filing-standard table by column, wherever its header stands.
 *
 * @param title what stands above the header, empty if nothing does
 */
record StandardsTable(String title, List<Line> lines) {

    /** No city has so many standards; a file beyond it is something else. */
    static final int ROWS_MAX = 20_000;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * One row.
     *
     * @param number the line of the file at which it begins
     */
    record Line(long number, Map<Column, String> cells) {

        Line {
            cells = Map.copyOf(cells);
        }

        String text(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @throws StandardsUnreadable if there is no header with the columns needed, or the table is broken or too long */
    static StandardsTable read(Reader source) {
        try (var parser = CSVParser.builder()
                .setReader(source)
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            var title = new ArrayList<String>();
            var lines = new ArrayList<Line>();
            Map<Column, Integer> header = Map.of();
            long line = 1;
            for (var cells : parser) {
                if (header.isEmpty()) {
                    header = header(cells);
                    if (header.isEmpty()) {
                        title.add(cell(cells, 0));
                    }
                } else if (lines.size() == ROWS_MAX) {
                    throw new StandardsUnreadable("the table has more than %d rows".formatted(ROWS_MAX));
                } else {
                    lines.add(new Line(line, cellsOf(cells, header)));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            check(header);
            return new StandardsTable(String.join(" ", title), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new StandardsUnreadable(
                    e.getCause() instanceof CharacterCodingException
                            ? "the table is not UTF-8"
                            : "the table is broken: " + e.getMessage());
        }
    }

    /** The columns by their headings; empty if this is not the header. */
    private static Map<Column, Integer> header(CSVRecord cells) {
        var header = new EnumMap<Column, Integer>(Column.class);
        IntStream.range(0, cells.size())
                .forEach(i -> Column.headed(cell(cells, i)).ifPresent(c -> header.putIfAbsent(c, i)));
        return header.containsKey(Column.CODE) ? header : Map.of();
    }

    private static void check(Map<Column, Integer> header) {
        var missing = Arrays.stream(Column.values())
                .filter(Column::needed)
                .filter(c -> !header.containsKey(c))
                .map(Column::heading)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new StandardsUnreadable("the table lacks the columns " + missing);
        }
    }

    private static Map<Column, String> cellsOf(CSVRecord cells, Map<Column, Integer> header) {
        var texts = new EnumMap<Column, String>(Column.class);
        header.forEach((column, index) -> texts.put(column, cell(cells, index)));
        return texts;
    }

    private static String cell(CSVRecord cells, int index) {
        var text = index < cells.size() ? cells.get(index) : "";
        return (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1)).strip();
    }
}
