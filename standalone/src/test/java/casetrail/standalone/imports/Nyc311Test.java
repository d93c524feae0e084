package casetrail.standalone.imports;

import static casetrail.standalone.imports.SampleRows.nyc;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.Classification;
import casetrail.events.cases.ProblemKind;
import casetrail.standalone.imports.ForeignRequest.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Nyc311Test {

    @Test
    void a_plain_row_is_understood_without_anything_odd() {
        var request = understood(nyc());

        assertThat(request.anomalies()).isEmpty();
        assertThat(request.opened()).isEqualTo(Instant.parse("2023-02-28T16:45:00Z"));
        assertThat(request.ended()).isEqualTo(Instant.parse("2023-02-28T20:10:00Z"));
        assertThat(request.classification()).isEqualTo(new Classification("Illegal-Parking", "Blocked-Hydrant"));
        assertThat(request.publicText()).isEqualTo("Illegal Parking: Blocked Hydrant");
        assertThat(request.location().address()).isEqualTo("1 MADE UP AVENUE, BRONX 10455");
        assertThat(request.unit().value()).isEqualTo("NYC-NYPD");
        assertThat(request.kind()).isEqualTo(ProblemKind.EVENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Closed, CLOSED",
        "Assigned, ACCEPTED",
        "Started, IN_HANDS",
        "In Progress, IN_HANDS",
        "Pending, IN_HANDS",
        "Open, ACCEPTED",
    })
    void the_status_says_how_far_it_got(String status, Standing standing) {
        assertThat(understood(nyc("Status", status)).standing()).isEqualTo(standing);
    }

    @Test
    void an_open_row_that_nobody_wrote_about_stays_dispatched() {
        var request = understood(nyc("Status", "Open", "Resolution Description", "", "Closed Date", ""));

        assertThat(request.standing()).isEqualTo(Standing.DISPATCHED);
        assertThat(request.anomalies()).isEmpty();
    }

    @Test
    void words_about_an_open_row_are_kept_with_their_time() {
        var request = understood(nyc("Status", "In Progress", "Closed Date", ""));

        assertThat(request.acted()).isEqualTo(Instant.parse("2023-02-28T20:10:04Z"));
        assertThat(request.result()).startsWith("The Police Department");
    }

    @ParameterizedTest
    @CsvSource({
        "Closed Date, 01/01/2023 01:00:00 AM, CLOSED_BEFORE_OPENED",
        "Closed Date, '', NO_CLOSE_DATE",
        "Status, Assigned, CLOSE_DATE_ON_OPEN_CASE",
        "Descriptor, '', NO_SUBCLASS",
        "Agency, '', NO_UNIT",
        "Resolution Description, '', NO_RESULT_TEXT",
        "Resolution Description, 'the Departmentâ\u0080\u0099s', MOJIBAKE",
        "Latitude, '', NO_COORDINATES",
    })
    void what_is_odd_has_a_name(String column, String value, Anomaly anomaly) {
        assertThat(understood(nyc(column, value)).anomalies()).containsExactly(anomaly);
    }

    @Test
    void broken_characters_are_kept_as_found() {
        var request = understood(nyc("Resolution Description", "the Departmentâ\u0080\u0099s website"));

        assertThat(request.result()).isEqualTo("the Departmentâ\u0080\u0099s website");
    }

    @Test
    void a_street_light_is_a_component() {
        assertThat(understood(nyc("Complaint Type", "Street Light Condition")).kind())
                .isEqualTo(ProblemKind.COMPONENT);
    }

    @Test
    void midnight_and_noon_are_told_apart() {
        assertThat(understood(nyc("Created Date", "02/28/2023 12:00:00 AM")).opened())
                .isEqualTo(Instant.parse("2023-02-28T05:00:00Z"));
        assertThat(understood(nyc("Created Date", "02/28/2023 12:00:00 PM")).opened())
                .isEqualTo(Instant.parse("2023-02-28T17:00:00Z"));
    }

    private static ForeignRequest understood(Row row) {
        return ((Reading.Understood) Nyc311.read(row)).request();
    }
}
