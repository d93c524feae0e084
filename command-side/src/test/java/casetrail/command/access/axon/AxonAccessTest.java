package casetrail.command.access.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.access.AccessEvent;
import casetrail.events.log.LogUnavailable;
import casetrail.events.people.AccountName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AxonAccessTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicBoolean down = new AtomicBoolean();
    private final List<DomainEventMessage<?>> appended = new ArrayList<>();
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public void appendEvents(List<? extends EventMessage<?>> events) {
                    if (down.get()) {
                        throw new LogUnavailable("down", new IllegalStateException("as tested"));
                    }
                    events.forEach(e -> appended.add((DomainEventMessage<?>) e));
                    super.appendEvents(events);
                }
            })
            .build();
    private final AxonAccess access = new AxonAccess(store, now::get, "t1");

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void a_day_has_one_stream_without_gaps_and_the_next_day_another() {
        record();
        record();
        now.set(NOON.plus(Duration.ofHours(12)));
        record();
        assertThat(appended)
                .extracting(e -> e.getAggregateIdentifier() + " " + e.getSequenceNumber())
                .containsExactly("access-20261120-t1-1 0", "access-20261120-t1-1 1", "access-20261121-t1-2 0");
    }

    @Test
    void after_a_failure_a_new_stream_is_begun_because_nobody_knows_how_long_the_old_one_is() {
        record();
        down.set(true);
        assertThatThrownBy(this::record).isInstanceOf(LogUnavailable.class);
        down.set(false);
        record();
        assertThat(appended)
                .extracting(e -> e.getAggregateIdentifier() + " " + e.getSequenceNumber())
                .containsExactly("access-20261120-t1-1 0", "access-20261120-t1-2 0");
    }

    private void record() {
        access.record(
                new AccessEvent.LoggedIn(new AccountName("clerk")),
                new Envelope(
                        Actor.SYSTEM,
                        Channel.WEB,
                        null,
                        now.get(),
                        Assurance.FIRST_HAND,
                        List.of(),
                        new TreeMap<>(),
                        "test",
                        null,
                        "corr-1",
                        null));
    }
}
