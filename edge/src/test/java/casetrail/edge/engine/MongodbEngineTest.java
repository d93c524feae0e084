package casetrail.edge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.edge.engine.EngineConfiguration.StateOnMongodb;
import casetrail.edge.engine.EngineConfiguration.ViewsOnMongodb;
import casetrail.edge.engine.EngineProperties.Mongodb;
import casetrail.edge.state.Checkpoints;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.store.ViewStore;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MongodbEngineTest {

    @EnableConfigurationProperties(EngineProperties.class)
    static class Properties {}

    @Test
    void the_state_and_the_views_share_one_client() {
        var server = new MongoServer(new MemoryBackend());
        try {
            new ApplicationContextRunner()
                    .withUserConfiguration(Properties.class, StateOnMongodb.class, ViewsOnMongodb.class)
                    .withPropertyValues(
                            "casetrail.view-store=mongodb",
                            "casetrail.mongodb.uri=" + server.bindAndGetConnectionString() + "/town")
                    .run(context -> {
                        assertThat(context).hasNotFailed().hasSingleBean(MongoClient.class);
                        context.getBean(Checkpoints.class).advance("reader", 5);
                        var views = context.getBean(ViewStore.class);
                        assertThat(views).isInstanceOf(MongoViewStore.class);
                        views.beat("one");
                        assertThat(context.getBean(MongoClient.class)
                                        .getDatabase("town")
                                        .listCollectionNames())
                                .contains("checkpoint", "member");
                    });
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void without_a_database_in_the_uri_it_goes_by_our_name() {
        assertThat(new Mongodb("mongodb://127.0.0.1:27017").database()).isEqualTo("casetrail");
        assertThat(new Mongodb("mongodb://127.0.0.1:27017/town?replicaSet=rs0").database())
                .isEqualTo("town");
    }
}
