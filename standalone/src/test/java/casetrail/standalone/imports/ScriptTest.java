package casetrail.standalone.imports;

import static casetrail.standalone.imports.SampleRows.boston;
import static casetrail.standalone.imports.SampleRows.nyc;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void a_closed_row_goes_through_every_step_that_the_source_implies() {
        assertThat(steps(boston()))
                .extracting(Step::name)
                .containsExactly("register", "file", "dispatch", "accept", "assign", "complete", "confirm", "close");
    }

    @Test
    void a_row_that_was_no_case_ends_at_intake() {
        var steps = steps(boston("closure_outcome", "Invalid"));

        assertThat(steps).extracting(Step::name).containsExactly("register", "reject");
        assertThat(steps.getLast().reasonCode()).isEqualTo("INVALID_IN_SOURCE");
    }

    @Test
    void an_open_row_ends_with_its_unit() {
        assertThat(steps(boston("case_status", "Open", "closed_dt", "")))
                .extracting(Step::name)
                .containsExactly("register", "file", "dispatch");
    }

    @Test
    void words_about_an_open_row_become_its_progress() {
        var steps = steps(nyc("Status", "In Progress"));

        assertThat(steps)
                .extracting(Step::name)
                .containsExactly("register", "file", "dispatch", "accept", "assign", "progress");
    }

    @Test
    void whoever_closes_or_files_is_neither_handler_nor_coordinator() {
        var doers = steps(boston()).stream()
                .collect(Collectors.toMap(Step::name, s -> s.actor().person()));

        assertThat(doers.get("complete")).isNotIn(doers.get("confirm"), doers.get("close"), doers.get("file"));
        assertThat(doers.get("close")).isNotIn(doers.get("confirm"), doers.get("accept"), doers.get("register"));
    }

    @Test
    void every_unit_has_people_of_its_own() {
        var one = steps(boston("queue", "ISD_Housing (INTERNAL)")).get(3).actor();
        var other = steps(boston("queue", "ISD_Environmental Services (INTERNAL)"))
                .get(3)
                .actor();

        assertThat(one.person()).isNotEqualTo(other.person());
        assertThat(one.unit()).isNotEqualTo(other.unit());
    }

    @Test
    void what_the_source_does_not_say_is_flagged_as_assumed() {
        var steps = steps(boston());

        assertThat(steps.stream().filter(s -> s.flags().contains(Step.ASSUMED_STEP)))
                .extracting(Step::name)
                .containsExactly("file", "accept", "assign", "complete", "confirm");
        assertThat(steps.get(2).flags()).containsExactly(Step.ASSUMED_TIME);
    }

    @Test
    void what_is_odd_about_the_closing_is_told_at_the_closing_too() {
        var steps = steps(boston("closed_dt", "2019-07-01 08:59:30", "closure_stamp", ""));

        assertThat(steps.getFirst().flags()).containsExactly("CLOSED_BEFORE_OPENED");
        assertThat(steps.getLast().flags()).containsExactly("CLOSED_BEFORE_OPENED");
    }

    @Test
    void the_same_row_is_the_same_case_in_every_run() {
        var request = ((Reading.Understood) Boston311.read(boston())).request();

        assertThat(Script.caseId(RequestFormat.BOSTON_311, request))
                .isEqualTo(CaseId.forRequest("import:boston311", "101000000001"));
    }

    private static List<Step> steps(Row row) {
        var format = row.fields().containsKey("Unique Key") ? RequestFormat.NYC_311 : RequestFormat.BOSTON_311;
        return Script.of(format, ((Reading.Understood) format.read(row)).request());
    }
}
