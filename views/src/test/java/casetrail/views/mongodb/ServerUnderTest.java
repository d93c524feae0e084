package casetrail.views.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The MongoDB that a suite runs against: a real one if {@code CASETRAIL_TEST_MONGODB_URI} names it, else a stand-in in this process. */
public final class ServerUnderTest implements AutoCloseable {

    private final @Nullable StandIn standIn;
    private final MongoClient client;
    private final String uri;

    private ServerUnderTest(@Nullable StandIn standIn, String uri) {
        this.standIn = standIn;
        this.client = MongoClients.create(uri);
        this.uri = uri;
    }

    /** The server for a suite; says which one it is. */
    public static ServerUnderTest of(String suite, boolean replicaSet) {
        var uri = System.getenv("CASETRAIL_TEST_MONGODB_URI");
        var log = LoggerFactory.getLogger(ServerUnderTest.class);
        if (uri != null) {
            log.info("{} runs on the MongoDB server of CASETRAIL_TEST_MONGODB_URI", suite);
            return new ServerUnderTest(null, uri);
        }
        log.info(
                "{} runs on mongo-java-server in this process, {}; set CASETRAIL_TEST_MONGODB_URI for a real server",
                suite,
                replicaSet ? "with our stand-in for transactions" : "as one server without transactions");
        var standIn = replicaSet ? StandIn.replicaSet() : StandIn.alone();
        return new ServerUnderTest(standIn, standIn.uri());
    }

    /** Whether it is a MongoDB and nothing that stands in for it. */
    public boolean isReal() {
        return standIn == null;
    }

    /** Connected to it. */
    public MongoClient client() {
        return client;
    }

    /** Where a database of it is. */
    public String uri(String database) {
        int options = uri.indexOf('?');
        int end = uri.indexOf('/', "mongodb://".length());
        var server = uri.substring(0, end >= 0 ? end : options >= 0 ? options : uri.length());
        return server + "/" + database + (options >= 0 ? uri.substring(options) : "");
    }

    @Override
    public void close() {
        client.close();
        if (standIn != null) {
            standIn.close();
        }
    }
}
