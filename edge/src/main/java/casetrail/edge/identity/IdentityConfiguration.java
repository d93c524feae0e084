package casetrail.edge.identity;

import casetrail.edge.engine.EngineProperties;
import casetrail.edge.problem.ProblemWriter;
import casetrail.edge.state.Credentials;
import casetrail.edge.state.Tokens;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who is asking, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
@Import(SecurityConfiguration.class)
public class IdentityConfiguration {

    private static final int KEY_BYTES = 32;

    /** A process does not answer before it knows who is who. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    FoldedDirectory directory(EventLog log, StoredEvents stored) {
        var directory = new FoldedDirectory(log, stored);
        if (!directory.catchUp(START_PATIENCE)) {
            directory.close();
            throw new IllegalStateException(
                    "persons and grants could not be read from the log within " + START_PATIENCE);
        }
        return directory;
    }

    @Bean
    HealthIndicator directoryHealthIndicator(FoldedDirectory directory) {
        return () -> directory
                .stoppedBy()
                .map(cause -> Health.down()
                        .withDetail("stoppedBy", String.valueOf(cause.getMessage()))
                        .build())
                .orElseGet(() -> Health.up().build());
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Throttle throttle() {
        return new Throttle(Ticker.systemTicker());
    }

    @Bean
    Logins logins(
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            ObjectProvider<AccessRecord> record,
            SecureRandom random,
            Clock clock) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Logins(
                directory,
                credentials,
                passwords,
                new ProvenPasswords(key, Ticker.systemTicker()),
                throttle,
                record.getIfAvailable(UnwrittenAccess::new),
                clock);
    }

    @Bean
    TokenBook tokenBook(
            Tokens tokens, Directory directory, IdentityProperties properties, SecureRandom random, Clock clock) {
        return new TokenBook(tokens, directory, clock, properties.tokenLife(), random);
    }

    @Bean
    WhoIsAsking whoIsAsking(Logins logins, TokenBook tokens, EngineProperties engine, ProblemWriter writer) {
        return new WhoIsAsking(logins, tokens, new LocalToken(engine.dataDir()), writer);
    }

    /** It stands in the security chain; Boot would put it into the container's chain as well. */
    @Bean
    FilterRegistrationBean<WhoIsAsking> onlyInTheSecurityChain(WhoIsAsking filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    AskerArguments askerArguments() {
        return new AskerArguments();
    }
}
