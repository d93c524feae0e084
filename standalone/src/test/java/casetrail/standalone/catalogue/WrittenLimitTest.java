package casetrail.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenLimitTest {

    @ParameterizedTest
    @CsvSource({
        "2紧急工作时, 2, URGENT_HOUR",
        "1紧急工作日, 1, URGENT_DAY",
        "4工作时, 4, WORKING_HOUR",
        "' 5工作日', 5, WORKING_DAY",
        "30自然日, 30, CALENDAR_DAY",
        "15分钟, 15, MINUTE",
    })
    void a_unit_that_is_named_is_taken(String written, int amount, LimitUnit unit) {
        assertThat(WrittenLimit.read(written))
                .hasValueSatisfying(l -> assertThat(l.limit()).isEqualTo(new Limit(amount, unit)))
                .hasValueSatisfying(l -> assertThat(l.unitAssumed()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"4小时, WORKING_HOUR", "5天, WORKING_DAY"})
    void plain_days_and_hours_are_read_as_working_ones_and_say_so(String written, LimitUnit unit) {
        assertThat(WrittenLimit.read(written))
                .hasValueSatisfying(l -> assertThat(l.limit().unit()).isEqualTo(unit))
                .hasValueSatisfying(l -> assertThat(l.unitAssumed()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"种植季节15工作日, 种植季节", "1紧急工作时制止, 制止"})
    void what_stands_around_it_is_kept(String written, String note) {
        assertThat(WrittenLimit.read(written))
                .hasValueSatisfying(l -> assertThat(l.note()).isEqualTo(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "工作日", "0天", "1234567天", "3周", "soon"})
    void what_is_no_time_is_none(String written) {
        assertThat(WrittenLimit.read(written)).isEmpty();
    }

    @Test
    void what_was_written_stays_readable() {
        assertThat(WrittenLimit.read("种植季节15工作日").orElseThrow().written()).isEqualTo("种植季节15工作日");
    }
}
