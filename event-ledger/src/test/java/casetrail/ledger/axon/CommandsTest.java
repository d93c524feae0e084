package casetrail.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.testing.TestPostgres;
import casetrail.ledger.testing.TestPostgres.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands through Axon onto the log; {@code here} and {@code there} stand for two processes on one database. */
class CommandsTest {

    private static final String ID = "tally-1";
    private static final StreamId STREAM = new StreamId(ID);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase database = TestPostgres.database();
    private final OneProcess here = new OneProcess(database);
    private final OneProcess there = new OneProcess(database);

    private static final class OneProcess {

        final PostgresLedger ledger;
        final AxonWiring axon;

        OneProcess(TestDatabase database) {
            ledger = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.fixed(NOON));
            axon = AxonWiring.on(ledger, Tally.CATALOGUE)
                    .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                    .cachedAggregates(10)
                    .aggregate(Tally.class, Tally.TARGET)
                    .build();
            axon.start();
        }

        CommandOutcome send(Object command) throws InterruptedException {
            try {
                return axon.commands().send(command).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            }
        }

        void close() {
            axon.close();
            ledger.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        here.send(new Tally.Open(ID));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
        GenericEventMessage.clock = Clock.systemUTC();
    }

    @Test
    void a_command_answers_with_version_and_position_and_is_in_the_log() throws Exception {
        there.send(new Tally.Open("tally-2"));
        var outcome = here.send(new Tally.Raise(ID, 5, 10));
        assertThat(outcome.answer()).isEqualTo(5);
        assertThat(outcome.version()).hasValue(1);
        assertThat(outcome.position()).hasValue(2);
        var stored = here.ledger.read(2, 1).getFirst();
        assertThat(stored.stream()).isEqualTo(STREAM);
        assertThat(stored.name()).isEqualTo("tally.raised");
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.recordedAt()).isEqualTo(NOON);
        assertThat(new String(stored.envelope(), StandardCharsets.UTF_8)).isEqualTo(Tally.ENVELOPE);
        assertThat(new String(stored.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"by\":5,\"upcast\":true}");
        assertThat(stored.eventId().version()).isEqualTo(7);
    }

    @Test
    void a_refused_command_leaves_nothing_and_can_be_followed_by_another() throws Exception {
        assertThatThrownBy(() -> here.send(new Tally.Raise(ID, 11, 10))).hasMessage("0 and 11 is more than 10");
        assertThat(here.ledger.end()).isEqualTo(1);
        assertThat(here.send(new Tally.Raise(ID, 10, 10)).answer()).isEqualTo(10);
    }

    @Test
    void a_lost_race_is_decided_again_on_what_the_log_holds() throws Exception {
        here.send(new Tally.Raise(ID, 1, 10));
        there.send(new Tally.Raise(ID, 2, 10));
        // Here the cached aggregate still stands at 1; the first decision must fail in the database.
        var outcome = here.send(new Tally.Raise(ID, 4, 10));
        assertThat(outcome.answer()).isEqualTo(7);
        assertThat(outcome.version()).hasValue(3);
        assertThat(here.ledger.laneFigures().conflicts()).isEqualTo(1);
        assertThatThrownBy(() -> there.send(new Tally.Raise(ID, 4, 10))).hasMessage("7 and 4 is more than 10");
    }

    @Test
    void a_refusal_on_a_cached_aggregate_behind_the_log_is_decided_again() throws Exception {
        here.send(new Tally.Raise(ID, 8, 10));
        there.send(new Tally.Raise(ID, -8, 10));
        assertThat(here.send(new Tally.Raise(ID, 9, 10)).answer()).isEqualTo(9);
        assertThatThrownBy(() -> here.send(new Tally.Raise(ID, 9, 10))).hasMessage("9 and 9 is more than 10");
    }

    @Test
    void of_two_processes_that_create_the_same_stream_one_does() {
        assertThatThrownBy(() -> there.send(new Tally.Open(ID))).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(here.ledger.end()).isEqualTo(1);
    }

    @Test
    void a_stale_expected_version_is_refused_also_if_only_the_log_knows_it_is_stale() throws Exception {
        here.send(new Tally.Raise(ID, 1, 10));
        there.send(new Tally.Raise(ID, 1, 10));
        assertThatThrownBy(() -> here.send(new Tally.Raise(ID, 1, 10, 1L)))
                .isInstanceOf(ConflictingAggregateVersionException.class);
        assertThat(here.ledger.end()).isEqualTo(3);
        assertThat(here.send(new Tally.Raise(ID, 1, 10, 2L)).version()).hasValue(3);
    }

    @Test
    void an_expected_version_that_this_process_has_not_seen_yet_is_found_in_the_log() throws Exception {
        here.send(new Tally.Raise(ID, 1, 10));
        there.send(new Tally.Raise(ID, 1, 10));
        assertThat(here.send(new Tally.Raise(ID, 1, 10, 2L)).version()).hasValue(3);
    }

    @Test
    void metadata_that_is_not_exactly_an_envelope_is_a_defect_and_nothing_is_appended() {
        var wrongs = List.<Map<String, ?>>of(
                Map.of(), Map.of("envelope", 1), Map.of("other", "x"), Map.of("envelope", "{}", "traceId", "x"));
        for (var wrong : wrongs) {
            assertThatThrownBy(() -> here.send(new Tally.Force(ID, new Tally.Raised(1, true), wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is not exactly an envelope");
        }
        assertThat(here.ledger.end()).isEqualTo(1);
    }

    @Test
    void an_event_without_a_name_fails_the_whole_command() throws Exception {
        assertThatThrownBy(() -> here.send(new Tally.Force(ID, new Tally.Unnamed(1), Tally.envelope())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not in the table of stored names");
        assertThat(here.ledger.end()).isEqualTo(1);
        // The cached aggregate had applied the events; it must not be decided upon again.
        assertThat(here.send(new Tally.Raise(ID, 10, 10)).answer()).isEqualTo(10);
    }

    @Test
    void events_of_one_command_stand_together() throws Exception {
        var outcome = here.send(new Tally.Force(ID, new Tally.Raised(2, true), Tally.envelope()));
        assertThat(outcome.version()).hasValue(2);
        assertThat(here.ledger.stream(STREAM, 0, 10))
                .extracting(StoredEvent::position)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void what_is_published_outside_of_a_command_must_belong_to_one_stream() {
        var store = here.axon.configuration().eventStore();
        assertThatThrownBy(() -> store.publish(GenericEventMessage.asEventMessage(new Tally.Raised(1, true))
                        .andMetaData(Tally.envelope())))
                .hasMessageContaining("outside of every stream");
        assertThatThrownBy(() -> store.publish(event("tally-8", 0), event("tally-9", 0)))
                .hasMessageContaining("two streams");
        store.publish(event("tally-8", 0), event("tally-8", 1));
        assertThat(store.lastSequenceNumberFor("tally-8")).hasValue(1L);
    }

    private static GenericDomainEventMessage<?> event(String id, long sequence) {
        return new GenericDomainEventMessage<>("tally", id, sequence, new Tally.Raised(1, true), Tally.envelope());
    }

    @Test
    void a_command_nobody_handles_and_one_for_nothing_there_fail() {
        assertThat(here.axon.commands().send("text")).isCompletedExceptionally();
        assertThatThrownBy(() -> here.send(new Tally.Raise("tally-none", 1, 1)))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void more_aggregates_than_fit_the_cache_are_loaded_again() throws Exception {
        for (int i = 100; i < 130; i++) {
            here.send(new Tally.Open("tally-" + i));
        }
        var sums = new ArrayList<CompletableFuture<CommandOutcome>>();
        for (int i = 100; i < 130; i++) {
            sums.add(here.axon.commands().send(new Tally.Raise("tally-" + i, i, 1_000)));
        }
        for (int i = 0; i < sums.size(); i++) {
            assertThat(sums.get(i).get().answer()).isEqualTo(100 + i);
        }
    }
}
