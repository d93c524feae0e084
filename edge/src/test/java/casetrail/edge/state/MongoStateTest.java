package casetrail.edge.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.state.mongodb.MongoCheckpoints;
import casetrail.edge.state.mongodb.MongoCredentials;
import casetrail.edge.state.mongodb.MongoTokens;
import casetrail.edge.state.mongodb.StateCollections;
import casetrail.events.people.AccountName;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MongoStateTest extends StateContract {

    private static @Nullable MongoServer inProcess;
    private static MongoClient client;
    private StateCollections state;

    @BeforeAll
    static void connect() {
        var uri = System.getenv("CASETRAIL_TEST_MONGODB_URI");
        if (uri == null) {
            inProcess = new MongoServer(new MemoryBackend());
            uri = inProcess.bindAndGetConnectionString();
        }
        LoggerFactory.getLogger(MongoStateTest.class)
                .info(
                        "the contract of the state runs on {}",
                        inProcess == null
                                ? "the MongoDB server of CASETRAIL_TEST_MONGODB_URI"
                                : "mongo-java-server in this process; set CASETRAIL_TEST_MONGODB_URI for a real one");
        client = MongoClients.create(uri);
    }

    @AfterAll
    static void disconnect() {
        client.close();
        if (inProcess != null) {
            inProcess.shutdownNow();
        }
    }

    @BeforeEach
    void empty() {
        client.getDatabase("casetrail_test_state").drop();
        state = new StateCollections(client.getDatabase("casetrail_test_state"));
        state.prepare();
    }

    @Test
    void a_server_that_is_gone_is_an_outage() {
        try (var gone = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200")) {
            var credentials = new MongoCredentials(new StateCollections(gone.getDatabase("nowhere")));
            assertThatThrownBy(() -> credentials.hash(new AccountName("acceptor-1")))
                    .isInstanceOf(StateUnavailable.class);
        }
    }

    @Override
    Credentials credentials() {
        return new MongoCredentials(state);
    }

    @Override
    Tokens tokens() {
        return new MongoTokens(state);
    }

    @Override
    Checkpoints checkpoints() {
        return new MongoCheckpoints(state);
    }
}
