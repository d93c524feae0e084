package casetrail.query;

import static casetrail.query.FewCases.CLERK;
import static casetrail.query.FewCases.json;
import static casetrail.query.FewCases.numbers;
import static casetrail.query.FewCases.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Worklists and counts, over HTTP. */
class WorkHttpIT {

    private static final String ROADWORKER = "person-worker HANDLER@U-ROADS";

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

    @ParameterizedTest
    @CsvSource({
        "state, FILED=2 CLOSED=1 IN_PROGRESS=1 REPORTED=1",
        "class, 02=3 01=1 03=1",
        "unit, U-ROADS=2",
        "channel, WEB=4 HOTLINE=1",
        "age, under-1-day=0 days-1-to-3=2 days-3-to-7=1 days-7-to-30=1 over-30-days=1"
    })
    void cases_are_counted(String by, String expected) throws Exception {
        var counts = json(city.get("/api/counts?by=" + by, CLERK));

        assertThat(counts.get("by").asString()).isEqualTo(by);
        assertThat(counts.get("cases").asLong()).isEqualTo(5);
        assertThat(told(counts)).isEqualTo(expected);
    }

    @Test
    void counts_take_filters_and_have_words_and_need_to_know_by_what() throws Exception {
        assertThat(told(json(city.get("/api/counts?by=area&area=350102001003", CLERK))))
                .isEqualTo("350102=1 350102001=1 350102001003=1 350102001003001=1");
        assertThat(city.get("/api/counts?by=flag", CLERK, "Accept-Language", "zh")
                        .body())
                .contains("曾退回");
        assertThat(city.get("/api/counts", CLERK).body()).contains("query:by", "missing");
        assertThat(city.get("/api/counts?by=people", CLERK).statusCode()).isEqualTo(400);
        assertThat(city.get("/api/counts?by=state&limit=3", CLERK).body()).contains("query:limit");
    }

    @Test
    void everybody_sees_what_waits_for_them() throws Exception {
        var clerk = json(city.get("/api/worklists", CLERK)).get("worklists").get(0);
        var dispatcher = city.get("/api/worklists/dispatcher", "person-d DISPATCHER");

        assertThat(clerk.get("role").get("code").asString()).isEqualTo("ACCEPTOR");
        assertThat(clerk.get("cases").asLong()).isEqualTo(1);
        assertThat(clerk.get("overdue").asLong()).isEqualTo(1);
        assertThat(clerk.get("duties").get(0).get("command").asString()).isEqualTo("file-case");
        assertThat(numbers(city.get(clerk.get("href").asString(), CLERK))).isEqualTo("4");
        assertThat(numbers(city.get("/api/worklists/dispatcher?sort=number", "person-d DISPATCHER")))
                .isEqualTo("2 3");
        assertThat(dispatcher.statusCode()).isEqualTo(200);
        assertThat(json(city.get("/api/worklists", "person-a AUDITOR")).get("worklists"))
                .isEmpty();
    }

    @Test
    void a_units_work_is_seen_by_its_own_and_by_who_oversees_it() throws Exception {
        var path = "/api/worklists/dept-lead";
        var lead = "person-l DEPT_LEAD@U-ROADS";

        assertThat(numbers(city.get(path, lead))).isEqualTo("1");
        assertThat(numbers(city.get(path + "?duty=assign-handler", lead))).isEqualTo("1");
        assertThat(numbers(city.get(path + "?duty=accept-assignment", lead))).isEmpty();
        assertThat(numbers(city.get(path, "person-l DEPT_LEAD@U-WATER"))).isEmpty();
        assertThat(city.get(path + "?unit=U-ROADS", "person-l DEPT_LEAD@U-WATER")
                        .statusCode())
                .isEqualTo(403);
        assertThat(numbers(city.get(path + "?unit=U-ROADS", "person-s SUPERVISOR")))
                .isEqualTo("1");
        assertThat(numbers(city.get("/api/worklists/handler?person=person-worker", lead)))
                .isEmpty();
        assertThat(numbers(city.get("/api/worklists/handler", ROADWORKER))).isEmpty();
        assertThat(city.get("/api/worklists/handler?person=person-other", ROADWORKER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(city.get(path, CLERK).statusCode()).isEqualTo(403);
        assertThat(city.get("/api/worklists/auditor", "person-a AUDITOR").statusCode())
                .isEqualTo(404);
        assertThat(city.get("/api/worklists/king", CLERK).statusCode()).isEqualTo(404);
        assertThat(city.get(path + "?duty=close-case&unit=x%20y&person=1", lead).body())
                .contains("query:duty", "query:unit", "query:person");
    }

    @Test
    void the_api_document_tells_every_parameter() throws Exception {
        var paths = json(city.get("/v3/api-docs", CLERK)).get("paths");

        assertThat(parameters(paths, "/api/cases"))
                .contains("state", "class", "area", "overdue", "flag", "text", "bbox", "sort", "limit", "after")
                .contains("at-least-position");
        assertThat(parameters(paths, "/api/worklists/{role}")).contains("role", "person", "duty", "unit", "sort");
        assertThat(parameters(paths, "/api/counts"))
                .contains("by", "state", "text")
                .doesNotContain("limit");
        assertThat(parameters(paths, "/api/units/{unit}/handling-history")).contains("unit", "limit", "after");
        assertThat(paths.get("/api/cases")
                        .get("get")
                        .get("responses")
                        .get("200")
                        .get("content")
                        .propertyNames())
                .containsExactlyInAnyOrder("application/json", "text/csv");
    }

    private static List<String> parameters(JsonNode paths, String path) {
        return paths.get(path)
                .get("get")
                .get("parameters")
                .valueStream()
                .map(p -> p.get("name").asString())
                .toList();
    }
}
