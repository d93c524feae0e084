package casetrail.ledger.axon;

import static casetrail.ledger.testing.TestEvents.bytes;
import static casetrail.ledger.testing.TestEvents.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.StreamId;
import casetrail.events.wire.UnknownEvent;
import casetrail.ledger.Append;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.NewEvent;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerEventStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase database = TestPostgres.database();
    private final PostgresLedger ledger =
            PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.fixed(NOON));
    private final LedgerEventStore store = LedgerEventStore.on(ledger, new EventSerializer(Tally.CATALOGUE));

    @AfterEach
    void close() {
        store.shutDown();
        ledger.close();
        database.close();
    }

    private void appendTo(String stream, long first, int events) {
        for (int i = 0; i < events; i++) {
            store.publish(new GenericDomainEventMessage<>(
                    "tally", stream, first + i, new Tally.Raised(i, true), Tally.envelope()));
        }
    }

    private void appendStored(String stream, String name, int revision, String payload) {
        ledger.append(new Append(
                new StreamId(stream), 0, List.of(new NewEvent(id(), name, revision, bytes("{}"), bytes(payload)))));
    }

    @Test
    void a_stream_gives_every_event_once_and_goes_on_from_its_token() throws Exception {
        appendTo("tally-1", 0, 3);
        try (var stream = store.openStream(null)) {
            assertThat(stream.peek()).isPresent();
            for (long position = 0; position < 3; position++) {
                assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new PositionToken(position));
            }
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
        }
        try (var stream = store.openStream(new PositionToken(1))) {
            var event = stream.nextAvailable();
            assertThat(event.trackingToken().position()).hasValue(2);
            assertThat(event.getTimestamp()).isEqualTo(NOON);
            assertThat(event.getMetaData()).isEqualTo(Tally.envelope());
            assertThat(event.getPayload()).isEqualTo(new Tally.Raised(2, true));
        }
    }

    @Test
    void a_waiting_stream_is_woken_by_an_append_of_another_process() throws Exception {
        try (var other = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
                var threads = Executors.newSingleThreadExecutor();
                var stream = store.openStream(store.createHeadToken())) {
            var next = threads.submit(stream::nextAvailable);
            other.append(new Append(
                    new StreamId("tally-1"),
                    0,
                    List.of(new NewEvent(id(), "tally.opened", 1, bytes("{}"), bytes("{\"id\":\"tally-1\"}")))));
            assertThat(next.get().getPayload()).isEqualTo(new Tally.Opened("tally-1"));
        }
    }

    @Test
    void a_stream_that_asked_for_it_is_called_when_the_log_grows() throws Exception {
        var called = new CountDownLatch(1);
        try (var stream = store.openStream(null)) {
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            appendTo("tally-1", 0, 1);
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void an_older_revision_is_upcast_for_streams_and_aggregates() throws Exception {
        appendStored("tally-1", "tally.raised", 1, "{\"by\":3}");
        try (var stream = store.openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Tally.Raised(3, true));
        }
        assertThat(store.readEvents("tally-1").next().getPayload()).isEqualTo(new Tally.Raised(3, true));
    }

    @Test
    void a_reader_stops_at_an_unknown_name_or_revision_and_does_not_pass_it() throws Exception {
        appendTo("tally-1", 0, 1);
        appendStored("tally-2", "tally.unheard-of", 1, "{}");
        appendStored("tally-3", "tally.opened", 9, "{}");
        try (var stream = store.openStream(null)) {
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new Tally.Raised(0, true));
            assertThatThrownBy(stream::nextAvailable).isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(stream::nextAvailable).isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(stream::peek).isInstanceOf(UnknownEvent.class);
        }
        assertThatThrownBy(() -> store.readEvents("tally-3").next()).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void a_long_stream_is_read_in_pages() {
        ledger.append(new Append(new StreamId("tally-1"), 0, many(Append.EVENTS_MAX)));
        ledger.append(new Append(new StreamId("tally-1"), Append.EVENTS_MAX, many(201)));
        var sequences = store.readEvents("tally-1", 7)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
        assertThat(sequences)
                .hasSize(Append.EVENTS_MAX + 194)
                .startsWith(7L, 8L)
                .isSorted();
        assertThat(store.lastSequenceNumberFor("tally-1")).hasValue(1_200L);
    }

    private static List<NewEvent> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewEvent(
                        id(), "tally.raised", 2, bytes("{}"), bytes("{\"by\":%d,\"upcast\":true}".formatted(i))))
                .toList();
    }

    @Test
    void tokens_name_the_ends_and_moments_of_the_log() {
        assertThat(store.createTailToken()).isEqualTo(PositionToken.NOTHING);
        assertThat(store.createHeadToken()).isEqualTo(PositionToken.NOTHING);
        appendTo("tally-1", 0, 2);
        assertThat(store.createHeadToken()).isEqualTo(new PositionToken(1));
        assertThat(store.createTokenAt(NOON)).isEqualTo(PositionToken.NOTHING);
        assertThat(store.createTokenAt(NOON.plusSeconds(1))).isEqualTo(new PositionToken(1));
    }

    @Test
    void the_whole_log_can_be_read_as_axon_reads_it() {
        appendTo("tally-1", 0, 2);
        var engine = new LedgerStorageEngine(ledger, new EventSerializer(Tally.CATALOGUE));
        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .containsExactly(new PositionToken(0), new PositionToken(1));
    }

    @Test
    void snapshots_are_refused_and_none_is_ever_found() {
        var engine = new LedgerStorageEngine(ledger, new EventSerializer(Tally.CATALOGUE));
        var snapshot = new GenericDomainEventMessage<>("tally", "tally-1", 0, "state");
        assertThatThrownBy(() -> engine.storeSnapshot(snapshot)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.readSnapshot("tally-1")).isEmpty();
    }
}
