package casetrail.standalone.catalogue;

import casetrail.events.cases.ProblemKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of filing standards into a document: blank cells that were merged in the workbook are filled from above, codes are
 * brought to two digits, limits are read, and whatever could not be read, or only between the lines, is reported with its line.
 */
public final class StandardsImport {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,2}");
    private static final Pattern BETWEEN_UNITS = Pattern.compile("[、，,;；\\s]+");

    private final String name;
    private final String version;
    private final Optional<ProblemKind> kind;
    private final List<Finding> faults = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private StandardsTable.Line above = new StandardsTable.Line(0, Map.of());
    private final Map<String, String> codeByMajorName = new HashMap<>();
    private final Map<String, String> majorNameByCode = new HashMap<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<List<String>, Long> seen = new HashMap<>();
    private final Map<String, TreeSet<String>> spellings = new TreeMap<>();

    private StandardsImport(String name, String version, Optional<ProblemKind> kind) {
        this.name = name;
        this.version = version;
        this.kind = kind;
    }

    /**
     * Reads a file; whether it is about components or events is told by its own column, its title or its name.
     *
     * @throws StandardsUnreadable if it is no such table, nothing tells its kind, or the file's name is none for a catalogue
     */
    public static StandardsReading read(Path file, String version) throws IOException {
        var fileName = file.getFileName().toString();
        try (var text = Files.newBufferedReader(file)) {
            return read(text, fileName.replaceFirst("[.][^.]*$", ""), version);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new StandardsUnreadable(fileName + " is not UTF-8");
        }
    }

    /** The same for a table from elsewhere, under a name. */
    public static StandardsReading read(Reader source, String name, String version) {
        var table = StandardsTable.read(source);
        var told = kindIn(table.title()).or(() -> kindIn(name));
        return new StandardsImport(name, version, told).read(table);
    }

    private StandardsReading read(StandardsTable table) {
        table.lines().forEach(this::take);
        spellings.values().stream()
                .filter(variants -> variants.size() > 1)
                .forEach(variants -> remarks.add(new Finding(
                        0,
                        Column.UNITS.heading(),
                        "one unit is perhaps spelled in several ways",
                        String.join(" ", variants))));
        var subclasses = drafts.values().stream().map(Draft::subclass).toList();
        try {
            return new StandardsReading(new FilingStandards(name, version, subclasses), faults, remarks);
        } catch (IllegalArgumentException e) {
            throw new StandardsUnreadable(String.valueOf(e.getMessage()));
        }
    }

    private void take(StandardsTable.Line line) {
        var filled = filled(line);
        above = filled;
        int before = faults.size();
        var lineKind = kindIn(filled.text(Column.KIND)).or(() -> kind).orElse(null);
        if (lineKind == null) {
            throw new StandardsUnreadable("nothing tells whether the table is about components (部件) or events (事件):"
                    + " neither a column 类别, nor a title, nor its name");
        }
        var majorCode = code(line, Column.MAJOR_CODE, filled);
        var code = code(line, Column.CODE, filled);
        for (var column : List.of(Column.MAJOR_NAME, Column.NAME, Column.CONDITION, Column.CLOSURE, Column.UNITS)) {
            if (filled.text(column).isEmpty()) {
                fault(line, column, "is blank, and nothing stands above it");
            }
        }
        var limit = limit(line);
        if (faults.size() > before || limit == null || repeated(filled)) {
            return;
        }
        noteMajorName(line, majorCode);
        draft(lineKind, majorCode, code, filled).add(filled, limit, units(filled));
    }

    /** The line with what its blank cells mean. */
    private StandardsTable.Line filled(StandardsTable.Line line) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (var column : Column.values()) {
            boolean asAbove = switch (column.blank()) {
                case NOTHING -> false;
                case AS_ABOVE -> true;
                case AS_ABOVE_IN_CLASS -> line.text(Column.MAJOR_NAME).isEmpty();
                case AS_ABOVE_IN_SUBCLASS -> line.text(Column.CODE).isEmpty();
            };
            var text = line.text(column);
            cells.put(column, text.isEmpty() && asAbove ? above.text(column) : text);
        }
        classByName(line).ifPresent(known -> cells.put(Column.MAJOR_CODE, known));
        return new StandardsTable.Line(line.number(), cells);
    }

    /** A class without its code is known by its name, if the name came with a code before. */
    private Optional<String> classByName(StandardsTable.Line line) {
        var written = line.text(Column.MAJOR_NAME);
        var code = line.text(Column.MAJOR_CODE);
        if (!written.isEmpty() && !code.isEmpty()) {
            codeByMajorName.putIfAbsent(written, code);
        }
        var known = written.isEmpty() || !code.isEmpty() ? null : codeByMajorName.get(written);
        if (known != null) {
            remark(line, Column.MAJOR_CODE, "is blank; known by the name as " + known, written);
        }
        return Optional.ofNullable(known);
    }

    private String code(StandardsTable.Line line, Column column, StandardsTable.Line filled) {
        var code = filled.text(column);
        if (!CODE.matcher(code).matches()) {
            fault(line, column, code.isEmpty() ? "is blank, and nothing stands above it" : "is not one or two digits");
            return code;
        }
        if (code.length() == 1 && !line.text(column).isEmpty()) {
            remark(line, column, "has one digit; read as 0" + code, code);
        }
        return code.length() == 1 ? "0" + code : code;
    }

    private @Nullable WrittenLimit limit(StandardsTable.Line line) {
        var written = line.text(Column.LIMIT);
        var limit = WrittenLimit.read(written);
        if (limit.isEmpty()) {
            fault(line, Column.LIMIT, written.isEmpty() ? "is blank" : "is no amount with a known unit");
            return null;
        }
        if (limit.get().unitAssumed()) {
            remark(line, Column.LIMIT, "does not say which days or hours; read as working ones", written);
        }
        if (limit.get().note() != null) {
            remark(line, Column.LIMIT, "says more than a time; kept as a note", written);
        }
        return limit.get();
    }

    private boolean repeated(StandardsTable.Line filled) {
        var texts = Arrays.stream(Column.values()).map(filled::text).toList();
        var first = seen.putIfAbsent(texts, filled.number());
        if (first != null) {
            remark(
                    filled,
                    Column.CONDITION,
                    "repeats line %d; left out".formatted(first),
                    filled.text(Column.CONDITION));
        }
        return first != null;
    }

    private void noteMajorName(StandardsTable.Line line, String code) {
        var written = line.text(Column.MAJOR_NAME);
        var first = written.isEmpty() ? null : majorNameByCode.putIfAbsent(code, written);
        if (first != null && !first.equals(written)) {
            remark(line, Column.MAJOR_NAME, "class %s was called %s above".formatted(code, first), written);
        }
    }

    private List<String> units(StandardsTable.Line filled) {
        var units = split(filled.text(Column.UNITS));
        units.forEach(u -> spellings
                .computeIfAbsent(u.replaceFirst("^(运城市|运城)?市?", "").replace("服务", ""), k -> new TreeSet<>())
                .add(u));
        return units;
    }

    private Draft draft(ProblemKind lineKind, String majorCode, String code, StandardsTable.Line filled) {
        var id = Subclass.letter(lineKind) + "-" + majorCode + "-" + code;
        return drafts.computeIfAbsent(id, i -> new Draft(i, lineKind, majorCode, code, filled));
    }

    private void fault(StandardsTable.Line line, Column column, String reason) {
        faults.add(new Finding(line.number(), column.heading(), reason, line.text(column)));
    }

    private void remark(StandardsTable.Line line, Column column, String reason, String value) {
        remarks.add(new Finding(line.number(), column.heading(), reason, value));
    }

    private static List<String> split(String written) {
        return Arrays.stream(BETWEEN_UNITS.split(written))
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static Optional<ProblemKind> kindIn(@Nullable String text) {
        var lower = text == null ? "" : text.toLowerCase(Locale.ROOT);
        boolean component = lower.contains("部件") || lower.contains("component");
        boolean event = lower.contains("事件") || lower.contains("event");
        if (component == event) {
            return Optional.empty();
        }
        return Optional.of(component ? ProblemKind.COMPONENT : ProblemKind.EVENT);
    }

    /** A subclass while its rows come in. */
    private record Draft(
            String id,
            ProblemKind kind,
            String majorCode,
            String code,
            StandardsTable.Line first,
            List<StandardRow> rows) {

        Draft(String id, ProblemKind kind, String majorCode, String code, StandardsTable.Line first) {
            this(id, kind, majorCode, code, first, new ArrayList<>());
        }

        void add(StandardsTable.Line cells, WrittenLimit limit, List<String> units) {
            rows.add(new StandardRow(
                    id + "-" + (rows.size() + 1),
                    words(cells, Column.CONDITION, Column.CONDITION_ENGLISH),
                    limit,
                    words(cells, Column.CLOSURE, Column.CLOSURE_ENGLISH),
                    units,
                    split(cells.text(Column.AUTHORITIES)),
                    orNull(cells, Column.UNIT_TYPE),
                    orNull(cells, Column.LEGAL_BASIS),
                    orNull(cells, Column.LEGAL_ARTICLE),
                    orNull(cells, Column.COLLECTION)));
        }

        Subclass subclass() {
            return new Subclass(
                    kind,
                    majorCode,
                    words(first, Column.MAJOR_NAME, Column.MAJOR_NAME_ENGLISH),
                    code,
                    words(first, Column.NAME, Column.NAME_ENGLISH),
                    first.text(Column.SIMPLE_PROCEDURE).equals("是"),
                    rows);
        }

        private static Words words(StandardsTable.Line cells, Column chinese, Column english) {
            return new Words(cells.text(chinese), orNull(cells, english));
        }

        private static @Nullable String orNull(StandardsTable.Line cells, Column column) {
            var text = cells.text(column);
            return text.isEmpty() ? null : text;
        }
    }
}
