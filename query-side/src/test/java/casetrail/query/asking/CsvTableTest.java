package casetrail.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @Test
    void lines_end_as_the_standard_says_and_nothing_is_an_empty_cell() {
        var table = new CsvTable(List.of("a", "b"));
        table.row(Arrays.asList(null, 7L));
        table.row(List.of("", "水管"));

        assertThat(table.toString()).isEqualTo("a,b\r\n,7\r\n,水管\r\n");
    }

    @Test
    void commas_quotes_and_line_breaks_are_quoted() {
        var table = new CsvTable(List.of("t"));
        table.row(List.of("a,b"));
        table.row(List.of("say \"x\""));
        table.row(List.of("one\r\ntwo"));
        table.row(List.of(" blank"));

        assertThat(table.toString()).isEqualTo("t\r\n\"a,b\"\r\n\"say \"\"x\"\"\"\r\n\"one\r\ntwo\"\r\n\" blank\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void a_text_that_a_spreadsheet_takes_for_a_formula_is_made_harmless(String text) {
        var table = new CsvTable(List.of("t"));
        table.row(List.of(text));

        assertThat(table.toString().substring(3).replace("\"", "")).startsWith("'" + text);
    }

    @Test
    void a_formula_that_has_to_be_quoted_too_is_still_harmless() {
        var table = new CsvTable(List.of("t"));
        table.row(List.of("=HYPERLINK(\"http://x\",\"y\")"));

        assertThat(table.toString()).isEqualTo("t\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n");
    }

    @Test
    void numbers_of_ours_stay_numbers() {
        var table = new CsvTable(List.of("t"));
        table.row(List.of(-5L));

        assertThat(table.toString()).isEqualTo("t\r\n-5\r\n");
    }
}
