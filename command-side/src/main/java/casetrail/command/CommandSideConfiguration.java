package casetrail.command;

import casetrail.command.access.RecordAccess;
import casetrail.command.access.RefusedAsks;
import casetrail.command.access.axon.AxonAccess;
import casetrail.command.access.http.RecordedLogins;
import casetrail.command.attachments.http.UploadController;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cases;
import casetrail.command.cases.FindCase;
import casetrail.command.cases.Standings;
import casetrail.command.cases.axon.AxonCases;
import casetrail.command.cases.axon.CaseAggregate;
import casetrail.command.cases.axon.CaseTarget;
import casetrail.command.cases.axon.StoredCases;
import casetrail.command.cases.http.CaseCommandsConfiguration;
import casetrail.command.merging.log.MergingReaction;
import casetrail.command.numbers.BlockedNumbers;
import casetrail.command.numbers.CaseNumbers;
import casetrail.command.numbers.axon.AxonNumberBlocks;
import casetrail.command.people.axon.PersonAggregate;
import casetrail.command.people.axon.PersonTarget;
import casetrail.command.people.http.PeopleConfiguration;
import casetrail.command.viewing.http.ViewCommandsConfiguration;
import casetrail.edge.engine.EngineProperties;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.LoginController;
import casetrail.edge.state.Checkpoints;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.Ledger;
import casetrail.ledger.axon.AxonWiring;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The write side put together: aggregates on the ledger, what they need to know, and their controllers. */
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleConfiguration.class,
    CaseCommandsConfiguration.class,
    ViewCommandsConfiguration.class,
    UploadController.class,
    LoginController.class
})
public class CommandSideConfiguration {

    private static final int TOKEN_BYTES = 6;

    @Bean(initMethod = "start", destroyMethod = "close")
    AxonWiring axonWiring(Ledger ledger, Clock clock) {
        return AxonWiring.on(ledger, EventNames.CATALOGUE)
                .clock(clock)
                .aggregate(CaseAggregate.class, new CaseTarget())
                .aggregate(PersonAggregate.class, new PersonTarget())
                .build();
    }

    @Bean(destroyMethod = "")
    EventStore eventStore(AxonWiring wiring) {
        return wiring.configuration().eventStore();
    }

    /** Streams of this start of this process, so that no two processes ever write to one. */
    @Bean
    RecordAccess recordAccess(EventStore store, Clock clock, SecureRandom random) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new AxonAccess(store, clock, HexFormat.of().formatHex(token));
    }

    @Bean
    RefusedAsks refusedAsks(RecordAccess access, Clock clock, EngineProperties properties) {
        var log = LoggerFactory.getLogger(RefusedAsks.class);
        return new RefusedAsks(
                access, clock, () -> UUID.randomUUID().toString(), properties.jurisdiction(), log::error);
    }

    @Bean
    RecordedLogins recordedLogins(RecordAccess access, Directory directory, Clock clock, EngineProperties properties) {
        return new RecordedLogins(
                access, directory, clock, () -> UUID.randomUUID().toString(), properties.jurisdiction());
    }

    @Bean
    CaseNumbers caseNumbers(EventStore store, Clock clock, EngineProperties properties) {
        return new BlockedNumbers(new AxonNumberBlocks(store, clock, properties.jurisdiction()), properties.zone());
    }

    @Bean
    CaseRulebook caseRulebook() {
        return CaseRulebook.BUILT_IN;
    }

    @Bean
    FindCase findCase(EventStore store) {
        return new StoredCases(store);
    }

    @Bean
    Standings standings(Directory directory) {
        return new Standings() {
            @Override
            public boolean holds(PersonId person, Role role, Instant at) {
                return directory.holds(person, role, at);
            }

            @Override
            public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
                return directory.unitsOf(person, role, at);
            }
        };
    }

    @Bean
    Cases cases(
            AxonWiring wiring,
            Ledger ledger,
            FindCase cases,
            Standings standings,
            RecordAccess access,
            CaseRulebook rulebook,
            EngineProperties properties) {
        return new AxonCases(
                wiring.commands()::send, ledger, cases, standings, access, rulebook, properties.jurisdiction());
    }

    /** In every process: the keys of its orders make each of them happen once. */
    @Bean(initMethod = "start", destroyMethod = "close")
    MergingReaction mergingReaction(
            Ledger ledger, StoredEvents stored, Cases cases, Checkpoints checkpoints, Clock clock) {
        return new MergingReaction(ledger, stored, cases, checkpoints, clock);
    }

    /** Down once the reaction has stopped for good: merged cases no longer show up at their parents. */
    @Bean
    HealthIndicator mergingHealthIndicator(MergingReaction reaction) {
        return () -> reaction.stoppedBy()
                .map(cause -> Health.down()
                        .withDetail("stopped before", reaction.next())
                        .build())
                .orElseGet(() -> Health.up().withDetail("next", reaction.next()).build());
    }
}
