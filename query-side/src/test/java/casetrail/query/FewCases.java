package casetrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseId;
import casetrail.events.wire.EventJson;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.ViewStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A server over five cases, numbered 1 to 5, in different states, places and ages. */
final class FewCases implements AutoCloseable {

    static final String CLERK = "person-clerk ACCEPTOR";
    static final String WORKER = "person-worker HANDLER@U-WATER";

    private static final Actor LEADER = Samples.actor(Role.SHIFT_LEADER, null);
    private static final Duration DAY = Duration.ofDays(1);

    static final Report PIPE = Report.of(1, "01", "A burst pipe floods the road")
            .in("350102001003001")
            .at("26.081", "119.3");
    static final Report COVER =
            Report.of(2, "01", "湖滨路井盖松动").in("350102001004001").at("26.2", "119.4");
    static final Report TREE = Report.of(3, "02", "树木倒伏,挡住pipe")
            .in("350104002001001")
            .at("-33.5", "-179.9")
            .by(Channel.HOTLINE);
    static final Report SECRET = Report.of(4, "02", "A dispute").in("350104002001002");
    static final Report FORMULA = Report.of(5, "03", "=1+1, said the \"sign\"");

    private final MemoryLog log = new MemoryLog();
    private final QueryServer server;

    FewCases() {
        this(new MemoryViewStore());
    }

    /** @param store what keeps the views */
    FewCases(ViewStore store) {
        server = QueryServer.over(log, store, Map.of());
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

    /** Waits until the views have counted in what happened so far. */
    FewCases settled() {
        server.settled(log.end() - 1);
        return this;
    }

    HttpResponse<String> get(String path, String asker, String... headers) throws IOException, InterruptedException {
        return server.get(path, asker, headers);
    }

    /** The position that the next event will have. */
    long end() {
        return log.end();
    }

    @Override
    public void close() {
        server.close();
    }

    /** The running numbers of the cases, in the order of the answer. */
    static String numbers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return String.join(
                " ",
                json(answer)
                        .get("cases")
                        .valueStream()
                        .map(c -> c.get("number").asString().substring(8, 9))
                        .toList());
    }

    /** The counts of an answer. */
    static String told(JsonNode counts) {
        return String.join(
                " ",
                counts.get("counts")
                        .valueStream()
                        .map(c ->
                                c.get("value").asString() + "=" + c.get("cases").asLong())
                        .toList());
    }

    /** The address of the next page, empty on the last one. */
    static String next(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Link")
                .map(l -> l.substring(1, l.indexOf('>')))
                .orElse("");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return EventJson.MAPPER.readTree(answer.body());
    }

    @SafeVarargs
    private final void write(Report report, Duration after, Class<? extends CaseEvent>... events) {
        var at = Samples.NOON.plus(after);
        CaseId id = report.into(log, LEADER, at);
        for (var event : events) {
            log.append(id.stream(), at, Samples.envelope(LEADER, at), Samples.of(event));
        }
    }
}
