package casetrail.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.cases.Classification;
import casetrail.events.cases.ProblemKind;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardsImportTest {

    private static final String HEADER = "大类代码,大类名称,小类代码,小类名称,处置单位,主管部门,立案条件,结案条件,处置时限\n";
    private static final String FIRST = "01,公用设施,1,井盖,甲、乙,丙,缺失,恢复,2紧急工作时\n";

    @TempDir
    Path folder;

    @Test
    void a_row_becomes_a_standard_of_its_subclass() {
        var reading = read(HEADER + FIRST);
        var subclass = reading.standards().subclasses().getFirst();

        assertThat(reading.faults()).isEmpty();
        assertThat(subclass.classification()).isEqualTo(new Classification("C01", "01"));
        assertThat(subclass.rows()).extracting(StandardRow::id).containsExactly("C-01-01-1");
        assertThat(subclass.rows().getFirst().units()).containsExactly("甲", "乙");
    }

    @Test
    void blank_cells_mean_as_above() {
        var reading = read(HEADER + FIRST + ",,,,,,破损,更换,4工作时\n,,2,箅子,,,堵塞,通畅,4工作时\n");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.standards().subclasses()).hasSize(2);
        assertThat(reading.standards().subclasses().get(0).rows()).hasSize(2);
        assertThat(reading.standards().subclasses().get(1).rows().getFirst().units())
                .containsExactly("甲", "乙");
        assertThat(reading.standards().subclasses().get(1).majorCode()).isEqualTo("01");
    }

    @Test
    void a_title_above_the_header_may_tell_the_kind() {
        var table = "某市立案标准（事件）,,\n" + HEADER + FIRST;

        assertThat(StandardsImport.read(new StringReader(table), "some", "1")
                        .standards()
                        .subclasses()
                        .getFirst()
                        .kind())
                .isEqualTo(ProblemKind.EVENT);
    }

    @Test
    void a_table_of_no_kind_is_refused() {
        assertThatThrownBy(() -> StandardsImport.read(new StringReader(HEADER + FIRST), "some", "1"))
                .isInstanceOf(StandardsUnreadable.class)
                .hasMessageContaining("nothing tells whether");
    }

    @Test
    void a_class_without_code_is_known_by_its_name() {
        var reading = read(HEADER + FIRST + ",公用设施,80,线缆,甲,丙,垂落,整改,1天\n");

        assertThat(reading.standards().subclasses().get(1).majorCode()).isEqualTo("01");
        assertThat(reading.remarks()).extracting(Finding::reason).anyMatch(r -> r.startsWith("is blank; known by"));
    }

    @ParameterizedTest
    @CsvSource({
        "'01,公用设施,x1,井盖,甲,丙,缺失,恢复,2天', 小类代码",
        "'01,公用设施,01,井盖,甲,丙,缺失,恢复,很快', 处置时限",
        "'01,公用设施,01,井盖,甲,丙,缺失,恢复,', 处置时限",
        "'01,公用设施,01,井盖,甲,丙,,恢复,2天', 立案条件",
        "'01,公用设施,01,井盖,甲,丙,缺失,,2天', 结案条件",
        "',,01,井盖,甲,丙,缺失,恢复,2天', 大类代码",
    })
    void what_cannot_be_read_is_named_with_line_and_field(String row, String field) {
        var reading = read(HEADER + row + "\n");

        assertThat(reading.standards().subclasses()).isEmpty();
        assertThat(reading.faults())
                .extracting(Finding::line, Finding::field)
                .contains(org.assertj.core.groups.Tuple.tuple(2L, field));
    }

    @Test
    void a_row_that_stands_twice_is_taken_once() {
        var reading = read(HEADER + FIRST + FIRST);

        assertThat(reading.standards().rowCount()).isEqualTo(1);
        assertThat(reading.remarks()).extracting(Finding::reason).contains("repeats line 2; left out");
    }

    @Test
    void a_table_without_its_columns_is_refused() {
        assertThatThrownBy(() -> read("大类代码,小类代码\n01,01\n"))
                .isInstanceOf(StandardsUnreadable.class)
                .hasMessageContaining("处置时限");
    }

    @Test
    void what_is_kept_is_read_again_as_it_was() {
        var standards = read(HEADER + FIRST).standards();

        assertThat(FilingStandards.read(standards.keep(folder))).isEqualTo(standards);
    }

    private static StandardsReading read(String table) {
        return StandardsImport.read(new StringReader(table), "components", "1");
    }
}
