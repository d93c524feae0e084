package casetrail.edge.engine;

import casetrail.edge.state.Checkpoints;
import casetrail.edge.state.Credentials;
import casetrail.edge.state.Tokens;
import casetrail.edge.state.mongodb.MongoCheckpoints;
import casetrail.edge.state.mongodb.MongoCredentials;
import casetrail.edge.state.mongodb.MongoTokens;
import casetrail.edge.state.mongodb.StateCollections;
import casetrail.edge.state.postgres.PostgresCheckpoints;
import casetrail.edge.state.postgres.PostgresCredentials;
import casetrail.edge.state.postgres.PostgresTokens;
import casetrail.edge.state.postgres.StateDatabase;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.axonserver.AxonServerLedger;
import casetrail.ledger.axonserver.AxonServerOptions;
import casetrail.views.mongodb.MongoViewStore;
import casetrail.views.postgres.PostgresViewStore;
import casetrail.views.store.ViewStore;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The engines under the ports, chosen by {@code casetrail.event-store} and {@code casetrail.view-store}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
public class EngineConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Bean
    StoredEvents storedEvents() {
        return new StoredEvents(EventNames.CATALOGUE);
    }

    /** Touched only if one of the engines is PostgreSQL. */
    @Bean
    @Lazy
    PreparedDatabase preparedDatabase(EngineProperties properties) {
        return PreparedDatabase.prepare(properties.jdbc());
    }

    /** Down while the log does not answer: then nothing can be decided or told. */
    @Bean
    HealthIndicator logHealthIndicator(EventLog log) {
        return () -> {
            try {
                return Health.up().withDetail("end", log.end()).build();
            } catch (LogUnavailable e) {
                return Health.down()
                        .withDetail("log", String.valueOf(e.getMessage()))
                        .build();
            }
        };
    }

    /** The log on PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.event-store", havingValue = "postgres", matchIfMissing = true)
    static class LogOnPostgres {

        @Bean
        PostgresLedger ledger(PreparedDatabase database, Clock clock) {
            return PostgresLedger.open(database.access(), LedgerOptions.DEFAULT, clock);
        }

        @Bean
        LaneMetrics laneMetrics(PostgresLedger ledger) {
            return new LaneMetrics(ledger);
        }
    }

    /** The log on Axon Server. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.event-store", havingValue = "axon-server")
    static class LogOnAxonServer {

        @Bean
        AxonServerLedger ledger(EngineProperties properties, Clock clock) {
            return AxonServerLedger.open(
                    AxonServerOptions.at(properties.axonServer().servers()), clock);
        }
    }

    /** The state on PostgreSQL. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.view-store", havingValue = "postgres", matchIfMissing = true)
    static class StateOnPostgres {

        private static final int CONNECTIONS_MAX = 8;
        private static final long CONNECTION_PATIENCE_MILLIS = 5_000;

        @Bean
        HikariDataSource statePool(PreparedDatabase database) {
            var config = new HikariConfig();
            config.setPoolName("casetrail-state");
            config.setDataSource(database.access().unpooled("casetrail state"));
            config.setMaximumPoolSize(CONNECTIONS_MAX);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(CONNECTION_PATIENCE_MILLIS);
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        }

        @Bean
        StateDatabase stateDatabase(HikariDataSource statePool) {
            return new StateDatabase(statePool);
        }

        @Bean
        Credentials credentials(StateDatabase database) {
            return new PostgresCredentials(database);
        }

        @Bean
        Tokens tokens(StateDatabase database) {
            return new PostgresTokens(database);
        }

        @Bean
        Checkpoints checkpoints(StateDatabase database) {
            return new PostgresCheckpoints(database);
        }
    }

    /** The views on PostgreSQL, by connections of their own: a slow question never keeps a login waiting. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.view-store", havingValue = "postgres", matchIfMissing = true)
    static class ViewsOnPostgres {

        private static final int CONNECTIONS_MAX = 16;
        private static final long CONNECTION_PATIENCE_MILLIS = 5_000;

        @Bean
        HikariDataSource viewsPool(PreparedDatabase database) {
            var config = new HikariConfig();
            config.setPoolName("casetrail-views");
            config.setDataSource(database.access().unpooled("casetrail views"));
            config.setMaximumPoolSize(CONNECTIONS_MAX);
            config.setMinimumIdle(1);
            config.setConnectionTimeout(CONNECTION_PATIENCE_MILLIS);
            config.setInitializationFailTimeout(-1);
            // Questions are short and planned anew each time; compiling one to machine code costs more than answering
            // it.
            config.setConnectionInitSql("set jit = off");
            return new HikariDataSource(config);
        }

        @Bean
        ViewStore viewStore(HikariDataSource viewsPool) {
            return new PostgresViewStore(viewsPool);
        }
    }

    /** The state on MongoDB, and the connections that the views there use too. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.view-store", havingValue = "mongodb")
    static class StateOnMongodb {

        private static final long SERVER_PATIENCE_MILLIS = 5_000;

        /** What the URI says goes before what stands here. */
        @Bean
        MongoClient mongoClient(EngineProperties properties) {
            return MongoClients.create(MongoClientSettings.builder()
                    .applicationName("casetrail")
                    .applyToClusterSettings(
                            c -> c.serverSelectionTimeout(SERVER_PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .applyConnectionString(
                            new ConnectionString(properties.mongodb().uri()))
                    .build());
        }

        @Bean
        StateCollections stateCollections(MongoClient client, EngineProperties properties) {
            var state =
                    new StateCollections(client.getDatabase(properties.mongodb().database()));
            state.prepare();
            return state;
        }

        @Bean
        Credentials credentials(StateCollections state) {
            return new MongoCredentials(state);
        }

        @Bean
        Tokens tokens(StateCollections state) {
            return new MongoTokens(state);
        }

        @Bean
        Checkpoints checkpoints(StateCollections state) {
            return new MongoCheckpoints(state);
        }
    }

    /** The views on MongoDB. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casetrail.view-store", havingValue = "mongodb")
    static class ViewsOnMongodb {

        @Bean
        ViewStore viewStore(MongoClient client, EngineProperties properties) {
            return new MongoViewStore(client, properties.mongodb().database());
        }
    }
}
