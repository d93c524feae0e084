package casetrail.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The decision records in one folder, and what is wrong with them. */
record Decisions(Path folder) {
    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final List<Pattern> PARTS = List.of(
            Pattern.compile("(?m)^- Date: \\d{4}-\\d{2}-\\d{2}$"),
            Pattern.compile("(?m)^- Status: (proposed|accepted|rejected|superseded by \\[\\d{4}]\\(\\S+\\))$"),
            Pattern.compile("(?m)^## Context$"),
            Pattern.compile("(?m)^## Decision$"),
            Pattern.compile("(?m)^## Alternatives$"),
            Pattern.compile("(?m)^## Consequences$"));

    List<String> faults() {
        var faults = new ArrayList<String>();
        int expected = 1;
        for (Path record : records()) {
            String name = String.valueOf(record.getFileName());
            var form = NAME.matcher(name);
            if (!form.matches()) {
                faults.add(name + ": not NNNN-kebab-title.md");
                continue;
            }
            int number = Integer.parseInt(form.group(1));
            if (number != expected) {
                faults.add("%s: number %04d where %04d is next".formatted(name, number, expected));
            }
            expected = number + 1;
            String text = Pages.read(record);
            PARTS.stream()
                    .filter(part -> !part.matcher(text).find())
                    .forEach(part -> faults.add(name + ": nothing matches " + part));
        }
        return faults;
    }

    List<Path> records() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
