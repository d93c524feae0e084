package casetrail.views.store;

import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.mongodb.ServerUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Views in MongoDB keep the contract where there are transactions. */
class MongoReplicaSetViewStoreTest extends ViewStoreContract {

    private static final int STAND_IN_DOCUMENTS = 400;
    private static final int STAND_IN_QUESTIONS = 300;

    private static ServerUnderTest server;
    private static ViewStore store;

    @BeforeAll
    static void connect() {
        server = ServerUnderTest.of("the contract of views with transactions", true);
        store = new MongoViewStore(server.client(), "casetrail_test_views_replica_set");
    }

    @AfterAll
    static void disconnect() {
        server.close();
    }

    @Override
    public ViewStore store() {
        return store;
    }

    /** A server that stands alone has no transactions. */
    @Override
    public boolean atomic() {
        return store.engine().contains("replica set") || store.engine().contains("sharded");
    }

    @Override
    public int documents() {
        return server.isReal() ? DOCUMENTS : Math.min(DOCUMENTS, STAND_IN_DOCUMENTS);
    }

    @Override
    public int questions() {
        return server.isReal() ? QUESTIONS : Math.min(QUESTIONS, STAND_IN_QUESTIONS);
    }
}
