package casetrail.ledger.axonserver;

import static org.assertj.core.api.Assumptions.assumeThat;

import casetrail.ledger.Ledger;
import casetrail.ledger.testing.EventLogContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;

/**
 * The log on Axon Server keeps the same contract. Needs a server in development mode, because it is emptied before every test:
 * {@code -Dcasetrail.test.axonserver=host:port}, and {@code casetrail.test.axonserver.http} unless its HTTP port is 8024.
 */
class AxonServerLedgerTest extends EventLogContract {

    private static final String SERVER = System.getProperty("casetrail.test.axonserver", "");
    private static final String HTTP = System.getProperty("casetrail.test.axonserver.http", "127.0.0.1:8024");

    private final List<AxonServerLedger> opened = new ArrayList<>();

    @BeforeAll
    static void needs_a_server() {
        if (SERVER.isEmpty()) {
            LoggerFactory.getLogger("casetrail.report")
                    .info("not run: the log on Axon Server (no -Dcasetrail.test.axonserver=host:port)");
        }
        assumeThat(SERVER)
                .as("NOT RUN: the log on Axon Server; no -Dcasetrail.test.axonserver=host:port")
                .isNotEmpty();
    }

    @Override
    protected Ledger emptyLog() {
        purge();
        var ledger = AxonServerLedger.open(AxonServerOptions.at(SERVER), InstantSource.system());
        opened.add(ledger);
        return ledger;
    }

    private static void purge() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + HTTP + "/v1/devmode/purge-events"))
                    .DELETE()
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("purging answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        opened.forEach(AxonServerLedger::close);
    }
}
