package casetrail.command.people.http;

import casetrail.command.access.RecordAccess;
import casetrail.command.people.People;
import casetrail.command.people.axon.AxonPeople;
import casetrail.edge.engine.EngineProperties;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Passwords;
import casetrail.edge.identity.TokenBook;
import casetrail.edge.state.Credentials;
import casetrail.ledger.axon.AxonWiring;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Persons on the write side, put together. */
@Configuration(proxyBeanMethods = false)
@Import(PeopleController.class)
public class PeopleConfiguration {

    @Bean
    People people(AxonWiring wiring, EventStore store, RecordAccess access, EngineProperties properties) {
        return new AxonPeople(wiring.commands()::send, store, access, properties.jurisdiction());
    }

    @Bean
    Accounts accounts(
            People people,
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            TokenBook tokens,
            Clock clock) {
        return new Accounts(
                people,
                directory,
                credentials,
                passwords,
                tokens,
                clock,
                () -> UUID.randomUUID().toString());
    }

    @Bean
    FirstStart firstStart(Accounts accounts, Directory directory, Clock clock, SecureRandom random) {
        return new FirstStart(accounts, directory, clock, random);
    }
}
