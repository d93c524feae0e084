package casetrail.standalone.imports;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The list of what did not come in (CSV by RFC 4180), one line for each fault. It takes the place of the list of an earlier run when it
 * is finished, so that the file always is a whole run's. Safe for many threads.
 */
final class RejectsFile implements Closeable {

    private final Path file;
    private final BufferedWriter writer;

    RejectsFile(Path file) {
        this.file = file;
        try {
            this.writer = Files.newBufferedWriter(ImportFiles.beside(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line("line", "key", "field", "reason", "value");
    }

    synchronized void add(Fault fault) {
        line(Long.toString(fault.line()), fault.key(), fault.field(), fault.reason(), fault.value());
    }

    private void line(String... values) {
        try {
            writer.write(Arrays.stream(values).map(RejectsFile::quoted).collect(Collectors.joining(",")));
            writer.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
            ImportFiles.replace(ImportFiles.beside(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
