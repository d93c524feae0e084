package casetrail.ledger.axon;

import casetrail.events.wire.EventCatalogue;
import casetrail.ledger.Ledger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon put together on a ledger: command bus, event store and aggregates in plain Java. No serializer that writes class names
 * into the log, no metadata but the envelope, no transaction manager, nothing that calls home.
 *
 * <p>Build it once per process, {@link #start()} it, {@link #close()} it; the ledger is the caller's to close, afterwards.
 */
public final class AxonWiring implements AutoCloseable {

    private final Configuration configuration;
    private final Commands commands;

    private AxonWiring(Builder builder) {
        this.configuration = builder.configurer().buildConfiguration();
        this.commands = new Commands(configuration.commandBus());
    }

    /** Begins with an engine and a table of event names. */
    public static Builder on(Ledger ledger, EventCatalogue catalogue) {
        return new Builder(ledger, catalogue);
    }

    /** Subscribes the handlers; commands may be sent from then on. */
    public void start() {
        configuration.start();
    }

    public Commands commands() {
        return commands;
    }

    /** For what needs more of Axon than commands. */
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public void close() {
        configuration.shutdown();
    }

    /** What a process's Axon consists of. */
    public static final class Builder {

        /** Aggregates kept in memory unless said otherwise; a case takes a few kilobytes. */
        public static final int CACHED_AGGREGATES = 20_000;

        private final Ledger ledger;
        private final EventCatalogue catalogue;
        private final List<Consumer<Configurer>> additions = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private int cachedAggregates = CACHED_AGGREGATES;

        private Builder(Ledger ledger, EventCatalogue catalogue) {
            this.ledger = ledger;
            this.catalogue = catalogue;
        }

        /** Gives the timestamp of event messages until the log stamps them; one for the whole process. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /** How many aggregates of each type are kept in memory. */
        public Builder cachedAggregates(int max) {
            cachedAggregates = max;
            return this;
        }

        /** An aggregate whose commands find their target through the resolver, so that they need no annotations. */
        public <T> Builder aggregate(Class<T> type, CommandTargetResolver target) {
            additions.add(configurer -> {
                var aggregate = AggregateConfigurer.defaultConfiguration(type);
                aggregate
                        .configureCommandTargetResolver(configuration -> target)
                        .configureRepository(configuration -> new CachedAggregates<>(
                                EventSourcingRepository.builder(type)
                                        .eventStore(configuration.eventStore())
                                        .aggregateFactory(aggregate.aggregateFactory())
                                        .repositoryProvider(configuration::repository),
                                new AggregateCache(cachedAggregates)));
                configurer.configureAggregate(aggregate);
            });
            return this;
        }

        /** A handler object for commands that are no aggregate's. */
        public Builder commandHandler(Object handler) {
            additions.add(configurer -> configurer.registerCommandHandler(configuration -> handler));
            return this;
        }

        public AxonWiring build() {
            return new AxonWiring(this);
        }

        private Configurer configurer() {
            // Axon's advertisement at every start; this switch is the only one it has.
            System.setProperty("disable-axoniq-console-message", "true");
            GenericEventMessage.clock = clock;
            var serializer = new EventSerializer(catalogue);
            // Without modules found on the class path: they would add Axon Server, and a check for updates that calls
            // home.
            var configurer = DefaultConfigurer.defaultConfiguration(false)
                    .configureSerializer(configuration -> messageSerializer())
                    .configureEventSerializer(configuration -> serializer)
                    .configureCorrelationDataProviders(configuration -> List.of())
                    .configureCommandBus(configuration -> new FreshDecisionCommandBus(ledger))
                    .configureEventStore(configuration -> {
                        var store = LedgerEventStore.on(ledger, serializer);
                        configuration.onShutdown(store::shutDown);
                        return store;
                    });
            additions.forEach(addition -> addition.accept(configurer));
            return configurer;
        }

        /** For what Axon itself wants to serialize, which is nothing as we use it; the log never meets it. */
        private static Serializer messageSerializer() {
            return Jackson3Serializer.builder().build();
        }
    }
}
