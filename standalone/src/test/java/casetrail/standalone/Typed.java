package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands of the program as they are typed, on one data directory. */
record Typed(Path data) {

    private static final int STATUS_NAME = 12;

    /** Starts a command; whoever asked for it ends it. */
    Spawned start(String... command) throws IOException {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        return Spawned.java(Casetrail.class, arguments);
    }

    /** What a command says that has to succeed. */
    List<String> said(String... command) throws IOException, InterruptedException {
        try (var process = start(command)) {
            assertThat(process.end()).as(String.join("\n", process.said())).isZero();
            return process.said();
        }
    }

    /** What {@code status} says, by the name at the beginning of the line; of lines with one name the last. */
    Map<String, String> status() throws IOException, InterruptedException {
        var fields = new LinkedHashMap<String, String>();
        for (String line : said("status")) {
            if (line.length() > STATUS_NAME) {
                fields.put(
                        line.substring(0, STATUS_NAME).strip(),
                        line.substring(STATUS_NAME).strip());
            }
        }
        return fields;
    }
}
