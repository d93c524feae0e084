package casetrail.query;

import static casetrail.query.FewCases.CLERK;
import static casetrail.query.FewCases.PIPE;
import static casetrail.query.FewCases.WORKER;
import static casetrail.query.FewCases.json;
import static casetrail.query.FewCases.next;
import static casetrail.query.FewCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.cases.CaseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists of cases, over HTTP. */
class CaseListHttpIT {

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
        "'', 1 2 3 4 5",
        "state=IN_PROGRESS, 1",
        "state=IN_PROGRESS&state=CLOSED, 1 5",
        "class=01, 1",
        "class=01&class=03, 1 5",
        "subclass=02/0203, 2 3 4",
        "unit=U-ROADS, 1 5",
        "area=350102, 1 2",
        "area=350102001003, 1",
        "area=350104002001002, 4",
        "channel=HOTLINE, 3",
        "overdue=true, 1 2 3 4",
        "overdue=false, 5",
        "flag=returned, 3",
        "flag=restricted, 4",
        "flag=returned&flag=restricted, ''",
        "text=pipe, 1 3",
        "text=PIPE%20burst, 1",
        "text=%E4%BA%95%E7%9B%96, 2",
        "text=%E4%BA%95%E7%9B%96%E6%9D%BE%E5%8A%A8, 2",
        "text=%E7%9B%96%E6%B9%96, ''",
        "text=26-000003, 3",
        "text=a-street%205, 5",
        "opened-from=2026-11-20T00:00:00Z, 2",
        "opened-until=2026-11-13T00:00:00Z, 4 5",
        "updated-until=2026-11-01T00:00:00Z, 5",
        "due-before=2000-01-01T00:00:00Z, ''",
        "'bbox=119.2,26,119.35,26.1', 1",
        "'bbox=119.3,26.081,119.4,26.2', 1 2",
        "'bbox=179,-40,-179,-30', 3",
        "'bbox=-180,-90,180,90', 1 2 3",
        "assignee=person-nobody, ''"
    })
    void filters_let_through_what_fits(String query, String expected) throws Exception {
        var answer = city.get("/api/cases?sort=number&" + query, CLERK);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(numbers(answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=number, 1 2 3 4 5",
        "sort=number&direction=desc, 5 4 3 2 1",
        "sort=opened, 2 1 3 4 5",
        "sort=opened&direction=asc, 5 4 3 1 2",
        "sort=updated, 2 1 3 4 5"
    })
    void lists_are_sorted_as_asked_for(String query, String expected) throws Exception {
        assertThat(numbers(city.get("/api/cases?" + query, CLERK))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"number", "due", "priority", "updated", "opened"})
    void pages_follow_each_other_without_loss_or_repeat(String sort) throws Exception {
        for (var direction : List.of("asc", "desc")) {
            var all = numbers(city.get("/api/cases?sort=%s&direction=%s".formatted(sort, direction), CLERK));
            var path = "/api/cases?sort=%s&direction=%s&limit=2".formatted(sort, direction);
            var pages = new ArrayList<String>();
            while (!path.isEmpty()) {
                var page = city.get(path, CLERK);
                pages.add(numbers(page));
                path = next(page);
                assertThat(json(page).path("next").asString("")).isEqualTo(path);
            }
            assertThat(pages).hasSize(3);
            assertThat(String.join(" ", pages)).isEqualTo(all);
        }
    }

    @Test
    void a_cursor_of_another_question_is_refused() throws Exception {
        var next = next(city.get("/api/cases?sort=number&limit=2", CLERK));

        var other = city.get(next.replace("sort=number", "sort=due"), CLERK);
        var bigger = city.get(next.replace("limit=2", "limit=3"), CLERK);

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("query:after");
        assertThat(numbers(bigger)).isEqualTo("3 4 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%ff", "text=%ED%A0%80", "%ff=1"})
    void what_is_no_text_is_a_fault_of_the_question_and_not_of_ours(String query) throws Exception {
        var answer = city.get("/api/cases?" + query, CLERK);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void a_row_says_how_the_case_stands_and_how_much_time_is_left() throws Exception {
        var row = row(PIPE, "Accept-Language", "zh");

        assertThat(row.get("id").asString()).isEqualTo(PIPE.id().value());
        assertThat(row.get("status").get("words").asString()).isEqualTo("处置中");
        assertThat(row.get("unit").asString()).isEqualTo("U-ROADS");
        assertThat(row.get("place").get("latitude").asString()).isEqualTo("26.081000");
        assertThat(row.get("version").asLong()).isEqualTo(2);
        assertThat(row.get("position").asLong()).isEqualTo(2);
        var deadline = Samples.of(CaseEvent.CaseDispatched.class).handle().deadline();
        assertThat(row.get("due").get("deadline").asString()).isEqualTo(deadline.toString());
        assertThat(row.get("due").get("remainingSeconds").asLong())
                .isEqualTo(Math.floorDiv(
                        Duration.between(QueryServer.NOW, deadline).toMillis(), 1_000))
                .isNegative();
    }

    @Test
    void nothing_sealed_and_no_contact_is_in_a_list() throws Exception {
        assertThat(city.get("/api/cases", "person-shift-leader-1 SHIFT_LEADER").body())
                .doesNotContain("ciphertext", "opened:", "contact", "evidence", "people");
    }

    @Test
    void who_may_not_know_of_a_case_finds_it_by_nothing() throws Exception {
        assertThat(numbers(city.get("/api/cases?sort=number", WORKER))).isEqualTo("1 2 3 5");
        assertThat(numbers(city.get("/api/cases?flag=restricted", WORKER))).isEmpty();
        assertThat(numbers(city.get("/api/cases?text=dispute", WORKER))).isEmpty();
        assertThat(numbers(city.get("/api/cases", "person-x CITIZEN"))).isEmpty();
        assertThat(numbers(city.get("/api/cases", "person-x"))).isEmpty();
        assertThat(numbers(city.get("/api/cases?sort=number", "person-shift-leader-1 CITIZEN")))
                .isEqualTo("1 2 3 4 5");
        assertThat(json(city.get("/api/counts?by=state", WORKER)).get("cases").asLong())
                .isEqualTo(4);
    }

    @Test
    void all_faults_of_a_question_are_told_at_once() throws Exception {
        var answer = city.get(
                "/api/cases?state=NOWHERE&class=%20&unit=x%20y&overdue=maybe&flag=nice&text=%2C&bbox=1&limit=0&sort=luck"
                        + "&direction=up&after=x&opened-from=now&at-least-position=-1&nonsense=1&flag=late",
                CLERK);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(v -> v.get("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "query:state",
                        "query:class",
                        "query:unit",
                        "query:overdue",
                        "query:flag",
                        "query:text",
                        "query:bbox",
                        "query:limit",
                        "query:sort",
                        "query:direction",
                        "query:after",
                        "query:opened-from",
                        "query:at-least-position",
                        "query:nonsense");
    }

    @Test
    void a_table_has_titles_in_the_language_and_no_formulas() throws Exception {
        var english = city.get("/api/cases?sort=number&limit=2", CLERK, "Accept", "text/csv");
        var chinese = city.get("/api/cases?class=03", CLERK, "Accept", "text/csv", "Accept-Language", "zh");

        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(next(english)).startsWith("/api/cases?");
        assertThat(english.body().split("\r\n", -1)).hasSize(4);
        assertThat(english.body())
                .startsWith("number,id,state,")
                .contains(PIPE.number() + "," + PIPE.id() + ",in progress,");
        assertThat(chinese.body()).startsWith("案卷编号,标识,状态,").contains("\"'=1+1, said the \"\"sign\"\"\"");
        assertThat(city.get("/api/cases", CLERK, "Accept", "text/html").statusCode())
                .isEqualTo(406);
        assertThat(city.get("/api/cases", CLERK, "Accept", "text/csv;q=0.5, */*")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void what_happened_is_waited_for() throws Exception {
        long last = city.end() - 1;

        assertThat(city.get("/api/cases?at-least-position=" + last, CLERK).statusCode())
                .isEqualTo(200);
        var late = city.get("/api/cases?at-least-position=" + (last + 1_000), CLERK);

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(json(late).get("code").asString()).isEqualTo("UNAVAILABLE");
    }

    private static JsonNode row(Report report, String... headers) throws Exception {
        return json(city.get("/api/cases?text=" + report.number(), CLERK, headers))
                .get("cases")
                .get(0);
    }
}
