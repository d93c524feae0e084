package casetrail.standalone.imports;

import static casetrail.standalone.imports.SampleRows.boston;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Classification;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Source;
import casetrail.standalone.imports.ForeignRequest.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Boston311Test {

    @Test
    void a_plain_row_is_understood_without_anything_odd() {
        var request = understood(boston());

        assertThat(request.anomalies()).isEmpty();
        assertThat(request.key()).isEqualTo("101000000001");
        assertThat(request.opened()).isEqualTo(Instant.parse("2019-07-01T13:00:00Z"));
        assertThat(request.limit()).isEqualTo(new Limit(1_440, LimitUnit.MINUTE));
        assertThat(request.standing()).isEqualTo(Standing.CLOSED);
        assertThat(request.classification())
                .isEqualTo(new Classification("Public-Works-Department", "Pick-up-Dead-Animal"));
        assertThat(request.unit().value()).isEqualTo("BOS-PWDX-DISTRICT-03");
        assertThat(request.result()).isEqualTo("Resolved");
        assertThat(request.source()).isEqualTo(Source.PUBLIC);
        assertThat(request.location().latitude()).isEqualByComparingTo("42.302910");
        assertThat(request.location().rawPoint()).isEqualTo("42.302909557631374,-71.08243062517123");
    }

    @Test
    void the_stamp_in_utc_gives_the_exact_instant_of_the_closing() {
        assertThat(understood(boston()).ended()).isEqualTo(Instant.parse("2019-07-01T16:00:00.217Z"));
    }

    @Test
    void a_local_time_in_winter_lies_five_hours_behind() {
        var request = understood(boston("open_dt", "2019-01-15 09:00:00"));

        assertThat(request.opened()).isEqualTo(Instant.parse("2019-01-15T14:00:00Z"));
    }

    @Test
    void a_time_that_clocks_showed_twice_is_settled_by_its_stamp() {
        var night = boston(
                "open_dt", "2019-11-02 20:00:00",
                "sla_target_dt", "2019-11-04 20:00:00",
                "closed_dt", "2019-11-03 01:30:00",
                "closure_stamp", "2019-11-03 06:30:00");
        var request = understood(night);

        assertThat(request.ended()).isEqualTo(Instant.parse("2019-11-03T06:30:00Z"));
        assertThat(request.anomalies()).isEmpty();
    }

    @Test
    void a_time_that_clocks_showed_twice_is_flagged_without_a_stamp() {
        var request = understood(boston(
                "open_dt",
                "2019-11-03 01:30:00",
                "closed_dt",
                "2019-11-04 01:00:00",
                "sla_target_dt",
                "2019-11-05 01:00:00",
                "closure_stamp",
                ""));

        assertThat(request.opened()).isEqualTo(Instant.parse("2019-11-03T05:30:00Z"));
        assertThat(request.anomalies()).containsExactly(Anomaly.AMBIGUOUS_LOCAL_TIME);
    }

    @Test
    void a_time_that_clocks_skipped_is_flagged() {
        var request = understood(boston(
                "open_dt",
                "2019-03-10 02:30:00",
                "closed_dt",
                "2019-03-10 09:00:00",
                "sla_target_dt",
                "2019-03-11 09:00:00",
                "closure_stamp",
                ""));

        assertThat(request.anomalies()).containsExactly(Anomaly.NONEXISTENT_LOCAL_TIME);
    }

    @Test
    void a_closing_before_the_opening_comes_in_as_found() {
        var request = understood(boston("closed_dt", "2019-07-01 08:59:30", "closure_stamp", "2019-07-01 12:59:30.1"));

        assertThat(request.ended()).isEqualTo(Instant.parse("2019-07-01T12:59:30.100Z"));
        assertThat(request.anomalies()).containsExactly(Anomaly.CLOSED_BEFORE_OPENED);
    }

    @ParameterizedTest
    @CsvSource({
        "closure_outcome, '', NO_RESULT_TEXT",
        "sla_target_dt, '', NO_DUE_DATE",
        "sla_target_dt, soon, UNREADABLE_DATE",
        "sla_target_dt, 2019-07-01 09:00:00, DUE_BEFORE_OPENED",
        "on_time, '', ON_TIME_DISAGREES",
        "closure_stamp, 2019-07-01 16:00:01, CLOSE_STAMP_DISAGREES",
        "latitude, '', NO_COORDINATES",
        "latitude, 95.1, COORDINATES_OUT_OF_RANGE",
        "case_status, Parked, UNKNOWN_STATUS",
        "case_title, 'â\u0080\u009cx', MOJIBAKE",
    })
    void what_is_odd_has_a_name(String column, String value, Anomaly anomaly) {
        assertThat(understood(boston(column, value)).anomalies()).contains(anomaly);
    }

    @ParameterizedTest
    @CsvSource({"Resolved, CLOSED", "Noted, CLOSED", "Invalid, INVALID", "Referred, REFERRED", "Duplicate, DUPLICATE"})
    void the_outcome_of_a_closed_row_says_how_it_ended(String outcome, Standing standing) {
        assertThat(understood(boston("closure_outcome", outcome)).standing()).isEqualTo(standing);
    }

    @Test
    void an_open_row_stays_with_its_unit() {
        var request = understood(boston("case_status", "Open", "closed_dt", "", "on_time", "OVERDUE"));

        assertThat(request.standing()).isEqualTo(Standing.DISPATCHED);
        assertThat(request.ended()).isNull();
        assertThat(request.anomalies())
                .containsExactlyInAnyOrder(Anomaly.OPEN_OVERDUE, Anomaly.CLOSE_DATE_ON_OPEN_CASE);
    }

    @Test
    void a_row_without_any_place_comes_in_with_the_name_of_its_quarter() {
        var request = understood(boston("latitude", "", "longitude", "", "location", " "));

        assertThat(request.location().address()).isEqualTo("Dorchester");
        assertThat(request.anomalies()).containsExactlyInAnyOrder(Anomaly.NO_COORDINATES, Anomaly.NO_PLACE);
    }

    @Test
    void a_row_is_rejected_for_its_key_its_opening_and_its_class_and_each_is_named() {
        var reading = Boston311.read(boston("case_enquiry_id", "", "open_dt", "yesterday", "type", ""));

        assertThat(((Reading.Rejected) reading).faults())
                .extracting(Fault::line, Fault::field, Fault::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "case_enquiry_id", "no key"),
                        org.assertj.core.groups.Tuple.tuple(2L, "open_dt", "opening time cannot be read"),
                        org.assertj.core.groups.Tuple.tuple(2L, "type", "no class"));
    }

    private static ForeignRequest understood(Row row) {
        return ((Reading.Understood) Boston311.read(row)).request();
    }
}
