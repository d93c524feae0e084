package casetrail.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import casetrail.standalone.imports.SharedFiles;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads a real city's tables where they are. */
class RealTablesTest {

    @ParameterizedTest
    @CsvSource({
        "categories/yuncheng-components.csv, 92, 375",
        "categories/yuncheng-events.csv, 98, 144",
        "categories/yuncheng-components-with-legal-basis.csv, 66, 279",
    })
    void every_row_of_all_three_editions_is_read(String name, int subclasses, long rows) throws IOException {
        var file = SharedFiles.find(name);
        assumeThat(file).as(SharedFiles.notRun(name)).isPresent();
        var reading = StandardsImport.read(file.orElseThrow(), "1");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.standards().subclasses()).hasSize(subclasses);
        assertThat(reading.standards().rowCount()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "categories/yuncheng-components.csv, 处置时限, 'does not say which days or hours; read as working ones'",
        "categories/yuncheng-components.csv, 小类代码, 'has one digit; read as 01'",
        "categories/yuncheng-events.csv, 大类代码, 'is blank; known by the name as 01'",
        "categories/yuncheng-events.csv, 处置时限, 'says more than a time; kept as a note'",
        "categories/yuncheng-components-with-legal-basis.csv, 大类名称, 'class 02 was called 道路交通设施 above'",
    })
    void what_was_read_between_the_lines_is_remarked(String name, String field, String reason) throws IOException {
        var file = SharedFiles.find(name);
        assumeThat(file).as(SharedFiles.notRun(name)).isPresent();

        assertThat(StandardsImport.read(file.orElseThrow(), "1").remarks())
                .anySatisfy(r -> assertThat(r.field() + ": " + r.reason()).isEqualTo(field + ": " + reason));
    }
}
