package casetrail.standalone.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/** Reads a comma-separated table with a header, plain or gzip, row by row; holds one row at a time. */
final class RowReader implements Closeable {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    private final long bytesTotal;
    private final Counting counting;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    private RowReader(long bytesTotal, Counting counting, CSVParser parser) {
        this.bytesTotal = bytesTotal;
        this.counting = counting;
        this.parser = parser;
        this.records = parser.iterator();
        this.header = parser.getHeaderNames();
    }

    /**
     * Opens the file at its first row.
     *
     * @throws ImportStopped if it is no such table or lacks a column
     */
    static RowReader open(Path file, Set<String> required) {
        Counting counting = null;
        try {
            counting = new Counting(Files.newInputStream(file));
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            var text = new InputStreamReader(withoutMark(unpacked(counting)), decoder);
            var format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .get();
            var parser = CSVParser.builder().setReader(text).setFormat(format).get();
            var missing = new TreeSet<>(required);
            missing.removeAll(Set.copyOf(parser.getHeaderNames()));
            if (!missing.isEmpty()) {
                parser.close();
                throw new ImportStopped("%s lacks the columns %s".formatted(file.getFileName(), missing));
            }
            return new RowReader(Files.size(file), counting, parser);
        } catch (IOException | IllegalArgumentException e) {
            closeQuietly(counting);
            throw new ImportStopped(
                    "%s cannot be read as a table: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    /**
     * The next row; empty at the end.
     *
     * @throws ImportStopped if the rest of the file cannot be read, for example after a quote that nothing closes
     */
    Optional<Row> next() {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            var found = records.next();
            var fields = HashMap.<String, String>newHashMap(header.size());
            for (int i = 0; i < Math.min(header.size(), found.size()); i++) {
                fields.put(header.get(i), found.get(i));
            }
            return Optional.of(new Row(line, fields, found.isConsistent()));
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new ImportStopped("cannot be read from line %d on: %s".formatted(line, e.getMessage()), e);
        }
    }

    /** How much of the file, as it lies on disk, was read. */
    long bytesRead() {
        return counting.count;
    }

    long bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        var head = new BufferedInputStream(in, BUFFER);
        head.mark(2);
        boolean gzip = head.read() == GZIP_FIRST && head.read() == GZIP_SECOND;
        head.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(head, BUFFER), BUFFER) : head;
    }

    /** Excel writes a byte order mark, which would become part of the first column's name. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        return in;
    }

    private static void closeQuietly(@Nullable InputStream in) {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Counting extends FilterInputStream {

        private volatile long count; // read by whoever shows the progress

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            add(Math.max(n, 0));
            return n;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread writes it
        private void add(int n) {
            count += n;
        }
    }
}
