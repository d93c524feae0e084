package casetrail.events.wire;

import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Transition;
import casetrail.events.cases.Transition.Target;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pages that are made from the contract itself, so that they cannot differ from it. */
class GeneratedPagesTest {

    private static final Path DOCS = Checked.module("../docs");
    private static final Path SOURCES = Checked.module("src/main/java/casetrail/events");
    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record (\\w+)\\(", Pattern.DOTALL);

    @Test
    void the_page_of_events_says_what_the_records_say() throws IOException {
        var meanings = meanings();
        var page = new StringBuilder("""
                # The events

                Made from the records of `shared-events`; do not edit. Regenerate with
                `mvn -pl shared-events test -Dcasetrail.generate=true`.

                Every event is stored under a name and a revision that never change. Its JSON Schema and one sample of every
                revision are kept: schemas in `shared-events/src/main/resources/casetrail/schemas`, samples in
                `shared-events/src/test/resources/goldens`. An event with an unknown name or revision stops a reader. Beside the
                payload stands the [envelope](#envelope). A `Sealed` value is encrypted under a key of its subject.
                """);
        var family = "";
        for (var type : EventNames.CATALOGUE.types()) {
            var next = type.name().substring(0, type.name().indexOf('.'));
            if (!next.equals(family)) {
                family = next;
                page.append("\n## Streams `%s-...`\n".formatted(family));
            }
            page.append("\n### `%s`\n\nRevision %d. %s\n\n%s"
                    .formatted(
                            type.name(),
                            type.stored().revision(),
                            meanings.get(type.record().getSimpleName()),
                            fields(type.record())));
        }
        page.append("\n## Envelope\n\n").append(fields(casetrail.events.Envelope.class));
        Checked.isCheckedIn(DOCS.resolve("events.md"), page.toString());
    }

    @Test
    void the_page_of_the_life_cycle_says_what_the_table_says() throws IOException {
        var page = new StringBuilder("""
                # The life-cycle of a case

                Made from the transition table in `shared-events` (`CaseTransitions`); do not edit. Regenerate with
                `mvn -pl shared-events test -Dcasetrail.generate=true`.

                What is not in the table is refused with `illegal-transition`. *Own* means that a role of the disposal axis must act for
                the unit that holds the case. *R* means that a reason has to be given.

                ## States

                | state | English | Chinese | somebody has to act |
                |---|---|---|---|
                """);
        for (var status : CaseStatus.values()) {
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(status, status.english(), status.chinese(), status.isOpen() ? "yes" : "no"));
        }
        page.append(
                "\n## Transitions\n\n| row | command | from | to | events | roles | | conditions |\n|---|---|---|---|---|---|---|---|\n");
        CaseTransitions.ALL.forEach(row -> page.append(line(row)));
        page.append("\n## Conditions\n\n| guard | what must hold |\n|---|---|\n");
        for (var guard : casetrail.events.cases.Guard.values()) {
            page.append("| %s | %s |\n".formatted(guard, guard.condition()));
        }
        Checked.isCheckedIn(DOCS.resolve("life-cycle.md"), page.toString());
    }

    private static String line(Transition row) {
        return "| %s | `%s` | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.id(),
                        row.command().path(),
                        from(row),
                        to(row.target()),
                        row.events().stream()
                                .map(EventNames.CATALOGUE::nameOf)
                                .map(n -> "`" + n.name() + "`")
                                .collect(Collectors.joining(", ")),
                        row.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(", ")),
                        (row.ownUnit() ? "own " : "") + (row.reasonRequired() ? "R" : ""),
                        row.guards().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static String from(Transition row) {
        if (row.command() == CaseCommandName.REGISTER_REPORT || row.from().isEmpty()) {
            return "-";
        }
        return row.from().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String to(Target target) {
        return switch (target) {
            case Target.To to -> to.status().name();
            case Target.MaybeTo to -> to.status() + " or unchanged";
            case Target.Unchanged() -> "unchanged";
            case Target.AsBeforeSuspension() -> "as before the suspension";
        };
    }

    private static String fields(Class<?> record) {
        var rows = Arrays.stream(record.getRecordComponents())
                .map(c -> "| `%s` | %s | %s |"
                        .formatted(c.getName(), name(c.getGenericType()), mayBeAbsent(c) ? "may be absent" : ""))
                .collect(Collectors.joining("\n"));
        return "| field | type | |\n|---|---|---|\n" + rows + "\n";
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(Type type) {
        return switch (type) {
            case Class<?> c -> c.getSimpleName();
            case ParameterizedType p ->
                name(p.getRawType())
                        + Arrays.stream(p.getActualTypeArguments())
                                .map(GeneratedPagesTest::name)
                                .collect(Collectors.joining(", ", " of ", ""));
            default -> type.getTypeName();
        };
    }

    /** The sentence above each record in the sources. */
    private static Map<String, String> meanings() throws IOException {
        var meanings = new HashMap<String, String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith("Event.java"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                var matcher = DOCUMENTED.matcher(Files.readString(file));
                while (matcher.find()) {
                    meanings.put(matcher.group(2), sentence(matcher.group(1)));
                }
            }
        }
        return meanings;
    }

    private static String sentence(String javadoc) {
        var lines = List.of(javadoc.split("\\n", -1)).stream()
                .map(l -> l.strip().replaceFirst("^\\*\\s?", ""))
                .takeWhile(l -> !l.startsWith("@"))
                .collect(Collectors.joining(" "));
        return lines.replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
