package casetrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.wire.EventJson;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CaseListHttpIT {

    private static final String CLERK = "person-clerk ACCEPTOR";
    private static final String WORKER = "person-worker HANDLER@U-WATER";
    private static final String ROADWORKER = "person-worker HANDLER@U-ROADS";
    private static final Actor LEADER = Samples.actor(Role.SHIFT_LEADER, null);
    private static final Duration DAY = Duration.ofDays(1);

    private static final Report PIPE = Report.of(1, "01", "A burst pipe floods the road")
            .in("350102001003001")
            .at("26.081", "119.3");
    private static final Report COVER =
            Report.of(2, "01", "湖滨路井盖松动").in("350102001004001").at("26.2", "119.4");
    private static final Report TREE = Report.of(3, "02", "树木倒伏,挡住pipe")
            .in("350104002001001")
            .at("-33.5", "-179.9")
            .by(Channel.HOTLINE);
    private static final Report SECRET = Report.of(4, "02", "A dispute").in("350104002001002");
    private static final Report FORMULA = Report.of(5, "03", "=1+1, said the \"sign\"");

    private static final MemoryLog LOG = new MemoryLog();
    private static QueryServer server;

    @BeforeAll
    static void a_few_cases() {
        server = QueryServer.over(LOG, Map.of());
        write(PIPE, Duration.ofHours(-5), CaseEvent.CaseDispatched.class, CaseEvent.AssignmentAccepted.class);
        write(COVER, Duration.ofHours(1), CaseEvent.CaseFiled.class);
        write(TREE, DAY.multipliedBy(-3), CaseEvent.CaseDispatched.class, CaseEvent.AssignmentReturned.class);
        write(SECRET, DAY.multipliedBy(-8), CaseEvent.VisibilityRestricted.class);
        write(
                FORMULA,
                DAY.multipliedBy(-40),
                CaseEvent.CaseDispatched.class,
                CaseEvent.FeedbackSubmitted.class,
                CaseEvent.CaseClosed.class);
    }

    @AfterAll
    static void stop() {
        server.close();
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
        var answer = server.get("/api/cases?sort=number&" + query, CLERK);

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
        assertThat(numbers(server.get("/api/cases?" + query, CLERK))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"number", "due", "priority", "updated", "opened"})
    void pages_follow_each_other_without_loss_or_repeat(String sort) throws Exception {
        for (var direction : List.of("asc", "desc")) {
            var all = numbers(server.get("/api/cases?sort=%s&direction=%s".formatted(sort, direction), CLERK));
            var path = "/api/cases?sort=%s&direction=%s&limit=2".formatted(sort, direction);
            var pages = new ArrayList<String>();
            while (!path.isEmpty()) {
                var page = server.get(path, CLERK);
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
        var next = next(server.get("/api/cases?sort=number&limit=2", CLERK));

        var other = server.get(next.replace("sort=number", "sort=due"), CLERK);
        var bigger = server.get(next.replace("limit=2", "limit=3"), CLERK);

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("query:after");
        assertThat(numbers(bigger)).isEqualTo("3 4 5");
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
        assertThat(server.get("/api/cases", "person-shift-leader-1 SHIFT_LEADER")
                        .body())
                .doesNotContain("ciphertext", "opened:", "contact", "evidence", "people");
    }

    @Test
    void who_may_not_know_of_a_case_finds_it_by_nothing() throws Exception {
        assertThat(numbers(server.get("/api/cases?sort=number", WORKER))).isEqualTo("1 2 3 5");
        assertThat(numbers(server.get("/api/cases?flag=restricted", WORKER))).isEmpty();
        assertThat(numbers(server.get("/api/cases?text=dispute", WORKER))).isEmpty();
        assertThat(numbers(server.get("/api/cases", "person-x CITIZEN"))).isEmpty();
        assertThat(numbers(server.get("/api/cases", "person-x"))).isEmpty();
        assertThat(numbers(server.get("/api/cases?sort=number", "person-shift-leader-1 CITIZEN")))
                .isEqualTo("1 2 3 4 5");
        assertThat(json(server.get("/api/counts?by=state", WORKER)).get("cases").asLong())
                .isEqualTo(4);
    }

    @Test
    void all_faults_of_a_question_are_told_at_once() throws Exception {
        var answer = server.get(
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
        var english = server.get("/api/cases?sort=number&limit=2", CLERK, "Accept", "text/csv");
        var chinese = server.get("/api/cases?class=03", CLERK, "Accept", "text/csv", "Accept-Language", "zh");

        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(next(english)).startsWith("/api/cases?");
        assertThat(english.body().split("\r\n", -1)).hasSize(4);
        assertThat(english.body())
                .startsWith("number,id,state,")
                .contains(PIPE.number() + "," + PIPE.id() + ",in progress,");
        assertThat(chinese.body()).startsWith("案卷编号,标识,状态,").contains("\"'=1+1, said the \"\"sign\"\"\"");
        assertThat(server.get("/api/cases", CLERK, "Accept", "text/html").statusCode())
                .isEqualTo(406);
        assertThat(server.get("/api/cases", CLERK, "Accept", "text/csv;q=0.5, */*")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void what_happened_is_waited_for() throws Exception {
        long last = LOG.end() - 1;

        assertThat(server.get("/api/cases?at-least-position=" + last, CLERK).statusCode())
                .isEqualTo(200);
        var late = server.get("/api/cases?at-least-position=" + (last + 1_000), CLERK);

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(json(late).get("code").asString()).isEqualTo("UNAVAILABLE");
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
        var counts = json(server.get("/api/counts?by=" + by, CLERK));

        assertThat(counts.get("by").asString()).isEqualTo(by);
        assertThat(counts.get("cases").asLong()).isEqualTo(5);
        assertThat(told(counts)).isEqualTo(expected);
    }

    @Test
    void counts_take_filters_and_have_words_and_need_to_know_by_what() throws Exception {
        assertThat(told(json(server.get("/api/counts?by=area&area=350102001003", CLERK))))
                .isEqualTo("350102=1 350102001=1 350102001003=1 350102001003001=1");
        assertThat(server.get("/api/counts?by=flag", CLERK, "Accept-Language", "zh")
                        .body())
                .contains("曾退回");
        assertThat(server.get("/api/counts", CLERK).body()).contains("query:by", "missing");
        assertThat(server.get("/api/counts?by=people", CLERK).statusCode()).isEqualTo(400);
        assertThat(server.get("/api/counts?by=state&limit=3", CLERK).body()).contains("query:limit");
    }

    @Test
    void everybody_sees_what_waits_for_them() throws Exception {
        var clerk = json(server.get("/api/worklists", CLERK)).get("worklists").get(0);
        var dispatcher = server.get("/api/worklists/dispatcher", "person-d DISPATCHER");

        assertThat(clerk.get("role").get("code").asString()).isEqualTo("ACCEPTOR");
        assertThat(clerk.get("cases").asLong()).isEqualTo(1);
        assertThat(clerk.get("overdue").asLong()).isEqualTo(1);
        assertThat(clerk.get("duties").get(0).get("command").asString()).isEqualTo("file-case");
        assertThat(numbers(server.get(clerk.get("href").asString(), CLERK))).isEqualTo("4");
        assertThat(numbers(server.get("/api/worklists/dispatcher?sort=number", "person-d DISPATCHER")))
                .isEqualTo("2 3");
        assertThat(dispatcher.statusCode()).isEqualTo(200);
        assertThat(json(server.get("/api/worklists", "person-a AUDITOR")).get("worklists"))
                .isEmpty();
    }

    @Test
    void a_units_work_is_seen_by_its_own_and_by_who_oversees_it() throws Exception {
        var path = "/api/worklists/dept-lead";
        var lead = "person-l DEPT_LEAD@U-ROADS";

        assertThat(numbers(server.get(path, lead))).isEqualTo("1");
        assertThat(numbers(server.get(path + "?duty=assign-handler", lead))).isEqualTo("1");
        assertThat(numbers(server.get(path + "?duty=accept-assignment", lead))).isEmpty();
        assertThat(numbers(server.get(path, "person-l DEPT_LEAD@U-WATER"))).isEmpty();
        assertThat(server.get(path + "?unit=U-ROADS", "person-l DEPT_LEAD@U-WATER")
                        .statusCode())
                .isEqualTo(403);
        assertThat(numbers(server.get(path + "?unit=U-ROADS", "person-s SUPERVISOR")))
                .isEqualTo("1");
        assertThat(numbers(server.get("/api/worklists/handler?person=person-worker", lead)))
                .isEmpty();
        assertThat(numbers(server.get("/api/worklists/handler", ROADWORKER))).isEmpty();
        assertThat(server.get("/api/worklists/handler?person=person-other", ROADWORKER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(path, CLERK).statusCode()).isEqualTo(403);
        assertThat(server.get("/api/worklists/auditor", "person-a AUDITOR").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/worklists/king", CLERK).statusCode()).isEqualTo(404);
        assertThat(server.get(path + "?duty=close-case&unit=x%20y&person=1", lead)
                        .body())
                .contains("query:duty", "query:unit", "query:person");
    }

    @SafeVarargs
    private static void write(Report report, Duration after, Class<? extends CaseEvent>... events) {
        var at = Samples.NOON.plus(after);
        CaseId id = report.into(LOG, LEADER, at);
        for (var event : events) {
            LOG.append(id.stream(), at, Samples.envelope(LEADER, at), Samples.of(event));
        }
    }

    private static JsonNode row(Report report, String... headers) throws Exception {
        return json(server.get("/api/cases?text=" + report.number(), CLERK, headers))
                .get("cases")
                .get(0);
    }

    /** The running numbers of the cases, in the order of the answer. */
    private static String numbers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return String.join(
                " ",
                json(answer)
                        .get("cases")
                        .valueStream()
                        .map(c -> c.get("number").asString().substring(8, 9))
                        .toList());
    }

    private static String told(JsonNode counts) {
        return String.join(
                " ",
                counts.get("counts")
                        .valueStream()
                        .map(c ->
                                c.get("value").asString() + "=" + c.get("cases").asLong())
                        .toList());
    }

    private static String next(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Link")
                .map(l -> l.substring(1, l.indexOf('>')))
                .orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return EventJson.MAPPER.readTree(answer.body());
    }
}
