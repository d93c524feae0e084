package casetrail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the load takes for a failed read, shown on a server that answers wrongly. */
class ReadWatchTest {

    private static final int QUESTIONS = 9;
    private static final String ID = "case-00000000000000000000000000";
    private static final String ACKNOWLEDGED = "{\"id\":\"%s\",\"version\":0,\"position\":7}".formatted(ID);

    private final ReadTally tally = new ReadTally();
    private final Registered registered = new Registered(new Registered.Known(6, 5));
    private HttpServer server;
    private Line line;
    private volatile int status = 200;
    private volatile String read = "";

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean posted = exchange.getRequestMethod().equals("POST");
            var body = (posted ? ACKNOWLEDGED : read).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(posted && status == 200 ? 201 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        line = new Line(
                URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort())));
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        server.stop(0);
    }

    @Test
    void good_answers_are_no_failures() {
        read = ("{\"cases\":6,\"of\":[" + "{\"id\":\"%s\"},".repeat(50) + "]}").replace("%s", ID);
        register();
        readAll();
        assertThat(tally.failures()).isEmpty();
        assertThat(tally.reads(Phase.WARM_UP).count()).isEqualTo(QUESTIONS + 1);
    }

    @Test
    void every_answer_but_200_is_a_failure() {
        status = 503;
        readAll();
        assertThat(tally.failed()).isEqualTo(QUESTIONS);
    }

    @Test
    void no_answer_is_a_failure() {
        server.stop(0);
        readAll();
        assertThat(tally.failed()).isEqualTo(QUESTIONS);
    }

    @Test
    void an_acknowledged_case_that_is_missing_is_a_failure() {
        read = "{\"cases\":[]}";
        register();
        assertThat(tally.failures())
                .singleElement()
                .asString()
                .contains("what was just registered", ID + " at position 7 is missing");
    }

    @Test
    void counts_that_leave_out_an_acknowledged_case_are_a_failure() {
        read = ("{\"cases\":5,\"of\":[" + "{\"id\":\"%s\"},".repeat(50) + "]}").replace("%s", ID);
        register();
        readAll();
        assertThat(tally.failures()).singleElement().asString().contains("5 cases, and there were 6 already");
    }

    @Test
    void what_is_not_seen_in_the_end_is_lost() {
        register();
        assertThat(registered.without(Set.of())).containsExactly(ID);
        assertThat(registered.without(Set.of(ID))).isEmpty();
    }

    @Test
    void a_registration_that_is_refused_is_counted_and_not_relied_upon() {
        status = 503;
        assertThat(register()).isEqualTo(1);
        assertThat(registered.count()).isZero();
        assertThat(registered.known()).isEqualTo(new Registered.Known(6, 5));
    }

    private void readAll() {
        var mixture = new ReadMixture(line, "token", 0, tally, registered);
        for (int question = 0; question < QUESTIONS; question++) {
            mixture.once();
        }
    }

    private long register() {
        var refused = new AtomicLong();
        var staff = new ServerProcess.Staff("a", "b", "c", "d", "E", "f");
        new Registrar(line, staff, "somebody", tally, registered, refused).once();
        return refused.get();
    }
}
