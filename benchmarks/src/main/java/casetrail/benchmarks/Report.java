package casetrail.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes Markdown, line by line as it becomes known: to whoever waits, and to a file. */
final class Report {

    private final PrintWriter out;
    private final Path file;

    Report(PrintWriter out, Path file) {
        this.out = out;
        this.file = file;
    }

    void heading(String text) throws IOException {
        line("\n## %s\n".formatted(text));
    }

    void line(String text) throws IOException {
        out.println(text);
        out.flush();
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
