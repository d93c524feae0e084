package casetrail.standalone.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {

    @TempDir
    Path folder;

    @Test
    void rows_are_read_with_the_line_they_begin_at() throws IOException {
        var rows = rows("a,b\n1,\"two\nlines\"\n3,4\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(rows.getFirst().text("b")).isEqualTo("two\nlines");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        assertThat(rows("\ufeffa,b\n1,2\n").getFirst().text("a")).isEqualTo("1");
    }

    @Test
    void a_row_with_too_few_fields_is_read_and_noted() throws IOException {
        var row = rows("a,b\n1\n").getFirst();

        assertThat(row.complete()).isFalse();
        assertThat(row.text("b")).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_are_replaced_and_not_fatal() throws IOException {
        var file = folder.resolve("x.csv");
        Files.write(file, new byte[] {'a', ',', 'b', '\n', '1', ',', (byte) 0xff, '\n'});

        try (var reader = RowReader.open(file, Set.of("a"))) {
            assertThat(reader.next().orElseThrow().text("b")).isEqualTo("\ufffd");
        }
    }

    @Test
    void gzip_is_recognised_by_its_bytes() throws IOException {
        var file = SampleRows.bostonFile(folder.resolve("x.csv.gz"), 5, 1);

        try (var reader = RowReader.open(file, Boston311.COLUMNS)) {
            assertThat(reader.next()).isPresent();
            assertThat(reader.bytesRead()).isEqualTo(reader.bytesTotal());
        }
    }

    @Test
    void a_file_without_the_columns_is_refused_and_they_are_named() throws IOException {
        var file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> RowReader.open(file, Set.of("a", "c", "d")))
                .isInstanceOf(ImportStopped.class)
                .hasMessage("x.csv lacks the columns [c, d]");
    }

    @Test
    void a_quote_that_nothing_closes_stops_the_import_and_names_the_line() throws IOException {
        var file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n3,\"4\n5,6\n");

        try (var reader = RowReader.open(file, Set.of("a"))) {
            reader.next();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(ImportStopped.class)
                    .hasMessageContaining("cannot be read from line 3 on");
        }
    }

    private List<Row> rows(String table) throws IOException {
        var file = Files.writeString(folder.resolve("x.csv"), table, StandardCharsets.UTF_8);
        var rows = new ArrayList<Row>();
        try (var reader = RowReader.open(file, Set.of("a", "b"))) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
