package casetrail.query;

import static casetrail.query.FewCases.json;
import static casetrail.query.FewCases.next;
import static casetrail.query.FewCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How units and staff handled cases, over HTTP. */
class HandlingHttpIT {

    private static final String SUPERVISOR = "person-s SUPERVISOR";
    private static final String LEADER = "person-shift-leader-1";

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static FewCases city;

    @BeforeAll
    static void a_few_cases() {
        city = new FewCases().settled();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void a_units_history_is_paged_from_the_case_that_changed_last() throws Exception {
        var path = "/api/units/U-ROADS/handling-history";
        var all = city.get(path, SUPERVISOR);
        var first = city.get(path + "?limit=2", SUPERVISOR);
        var second = city.get(next(first), SUPERVISOR);

        assertThat(numbers(all)).isEqualTo("1 3 5");
        assertThat(numbers(first)).isEqualTo("1 3");
        assertThat(numbers(second)).isEqualTo("5");
        assertThat(next(second)).isEmpty();
        var stint = json(all).get("cases").get(1).get("stints").get(0);
        assertThat(stint.get("end").asString()).isEqualTo("RETURNED");
        assertThat(stint.get("rounds").get(0).has("deadline")).isTrue();
        assertThat(numbers(city.get(path + "?updated-until=2026-11-01T00:00:00Z", SUPERVISOR)))
                .isEqualTo("5");
        assertThat(all.body()).doesNotContain("person-", "ciphertext");
    }

    @ParameterizedTest
    @CsvSource({
        "person-x DEPT_LEAD@U-ROADS, U-ROADS, 200",
        "person-x HANDLER@U-WATER, U-ROADS, 403",
        "person-x ANALYST, U-ROADS, 200",
        "person-x GRID_MEMBER, U-ROADS, 403",
        "person-x AUDITOR, no%20unit, 404"
    })
    void a_units_history_is_for_its_own_and_for_who_oversees(String asker, String unit, int status) throws Exception {
        assertThat(city.get("/api/units/%s/handling-history".formatted(unit), asker)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "person-shift-leader-1 SHIFT_LEADER, 200",
        "person-shift-leader-1 GRID_MEMBER, 200",
        "person-x SUPERVISOR, 200",
        "person-x PRIVACY_OFFICER, 200",
        "person-x DEPT_LEAD@U-ROADS, 403",
        "person-x ADMIN, 403",
        "person-x CITIZEN, 403"
    })
    void a_persons_history_is_for_that_person_and_for_who_oversees_people(String asker, int status) throws Exception {
        assertThat(city.get("/api/people/%s/handling-history".formatted(LEADER), asker)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_persons_history_tells_what_that_person_did_on_both_clocks() throws Exception {
        var answer = city.get("/api/people/%s/handling-history".formatted(LEADER), SUPERVISOR, "Accept-Language", "zh");

        assertThat(numbers(answer)).isEqualTo("2 1 3 4 5");
        var acts = json(answer).get("cases").get(1).get("acts");
        assertThat(acts.valueStream().map(a -> a.get("event").asString()))
                .containsExactly("case.assignment-accepted", "case.dispatched", "case.report-registered");
        assertThat(acts.get(0).get("role").asString()).isEqualTo("SHIFT_LEADER");
        assertThat(acts.get(0).has("occurredAt") && acts.get(0).has("recordedAt"))
                .isTrue();
        assertThat(json(answer).get("cases").get(0).get("status").get("words").asString())
                .isEqualTo("已立案(待派遣)");
        assertThat(numbers(city.get("/api/people/person-nobody/handling-history", SUPERVISOR)))
                .isEmpty();
    }

    @Test
    void units_are_summed_up() throws Exception {
        var sums = json(city.get("/api/units/handling-sums", SUPERVISOR));

        assertThat(sums.get("complete").asBoolean()).isTrue();
        assertThat(sums.get("units")).hasSize(1);
        var roads = sums.get("units").get(0);
        assertThat(roads.get("unit").asString()).isEqualTo("U-ROADS");
        assertThat(roads.get("stints").asLong()).isEqualTo(3);
        assertThat(roads.get("returns").asLong()).isEqualTo(1);
        assertThat(roads.get("feedbacks").asLong()).isEqualTo(1);
        assertThat(roads.get("reworks").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "person-x DEPT_LEAD@U-ROADS, ?unit=U-ROADS, 200",
        "person-x DEPT_LEAD@U-ROADS, '', 403",
        "person-x DEPT_LEAD@U-ROADS, ?unit=U-WATER, 403",
        "person-x ANALYST, '', 200",
        "person-x ANALYST, ?nonsense=1, 400",
        "person-x ANALYST, ?unit=no%20unit, 400"
    })
    void sums_are_for_who_may_read_the_history(String asker, String query, int status) throws Exception {
        assertThat(city.get("/api/units/handling-sums" + query, asker).statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_history_hides_cases_that_the_asker_may_not_know_of() throws Exception {
        var own = "person-shift-leader-1 ANALYST";
        var history = "/api/people/%s/handling-history".formatted(LEADER);

        // Whoever had a hand in a restricted case knows of it.
        assertThat(numbers(city.get(history, own))).isEqualTo("2 1 3 4 5");
        assertThat(numbers(city.get(history, LEADER))).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() throws Exception {
        var answer = city.get(
                "/api/units/U-ROADS/handling-history?limit=201&after=x&updated-from=now&sort=due&at-least-position=x",
                SUPERVISOR);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(v -> v.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "query:limit", "query:after", "query:updated-from", "query:sort", "query:at-least-position");
    }
}
