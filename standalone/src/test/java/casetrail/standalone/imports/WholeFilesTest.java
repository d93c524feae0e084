package casetrail.standalone.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import casetrail.standalone.imports.ForeignRequest.Standing;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads the real files where they are; what their keeper counted by hand must come out. */
class WholeFilesTest {

    private final Map<Anomaly, Integer> anomalies = new EnumMap<>(Anomaly.class);
    private final Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    private int rejected;

    @Test
    void the_boston_file_is_understood_wholly() throws IOException {
        read(RequestFormat.BOSTON_311, SharedFiles.BOSTON);

        assertThat(rejected).isZero();
        assertThat(standings.values().stream().mapToInt(n -> n).sum()).isEqualTo(69_873);
        assertThat(standings).containsEntry(Standing.DISPATCHED, 22_261).containsEntry(Standing.DUPLICATE, 66);
        assertThat(anomalies)
                .containsEntry(Anomaly.CLOSED_BEFORE_OPENED, 10)
                .containsEntry(Anomaly.NO_DUE_DATE, 34_348)
                .containsEntry(Anomaly.NO_COORDINATES, 312)
                .containsEntry(Anomaly.OPEN_OVERDUE, 4_140)
                .containsEntry(Anomaly.CLOSE_DATE_ON_OPEN_CASE, 11)
                .containsEntry(Anomaly.ON_TIME_DISAGREES, 1)
                .doesNotContainKeys(Anomaly.CLOSE_STAMP_DISAGREES, Anomaly.UNREADABLE_DATE, Anomaly.FIELD_COUNT);
    }

    @Test
    void the_new_york_file_is_understood_wholly() throws IOException {
        read(RequestFormat.NYC_311, SharedFiles.NYC);

        assertThat(rejected).isZero();
        assertThat(standings.values().stream().mapToInt(n -> n).sum()).isEqualTo(4_999);
        assertThat(standings).containsEntry(Standing.CLOSED, 4_419);
        assertThat(anomalies)
                .containsEntry(Anomaly.CLOSED_BEFORE_OPENED, 2)
                .containsEntry(Anomaly.CLOSE_DATE_ON_OPEN_CASE, 35)
                .containsEntry(Anomaly.NO_COORDINATES, 87)
                .containsEntry(Anomaly.MOJIBAKE, 198);
    }

    private void read(RequestFormat format, String name) throws IOException {
        var file = SharedFiles.find(name);
        assumeThat(file).as(SharedFiles.notRun(name)).isPresent();
        try (var reader = RowReader.open(file.orElseThrow(), format.columns())) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                switch (format.read(row.get())) {
                    case Reading.Rejected r -> rejected++;
                    case Reading.Understood u -> {
                        standings.merge(u.request().standing(), 1, Integer::sum);
                        u.request().anomalies().forEach(a -> anomalies.merge(a, 1, Integer::sum));
                    }
                }
            }
        }
    }
}
