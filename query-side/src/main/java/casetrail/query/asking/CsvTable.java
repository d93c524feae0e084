package casetrail.query.asking;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180): commas, lines ended by CR LF, quotes where they are needed. A text that a spreadsheet would take for a formula
 * gets an apostrophe in front; numbers of ours stay numbers.
 */
public final class CsvTable {

    private static final String END = "\r\n";

    /** What a formula begins with, also in full width. */
    private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder();

    public CsvTable(List<String> titles) {
        row(titles);
    }

    /** One more row; a cell is a text, a number or nothing. */
    public void row(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(harmless(value.toString()));
        };
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        // Blanks at an end are lost by some readers if they are not quoted.
        return plain && cell.equals(cell.strip()) ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
