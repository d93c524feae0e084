package casetrail.command.cases.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.command.cases.Asks;
import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cast;
import casetrail.command.cases.FindCase;
import casetrail.command.cases.Story;
import casetrail.events.StreamId;
import casetrail.events.access.AccessEvent;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.log.EventLog;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.events.refusals.RefusalCode;
import casetrail.ledger.axon.CommandOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** What an asker hears of lost races and outages: of the first nothing, of the second the truth. */
class LostRacesTest {

    private final LogUnavailable outage = new LogUnavailable("down", new IllegalStateException("as tested"));

    private final AtomicInteger sent = new AtomicInteger();
    private final List<AccessEvent> recorded = new ArrayList<>();
    private final CaseOrder order =
            new Story().order(Cast.REPORTER, Asks.of(CaseCommandName.REGISTER_REPORT, Story.START));

    @Test
    void a_lost_race_is_run_again_before_anybody_hears_of_it() {
        var cases = cases(attempt -> attempt < 3
                ? CompletableFuture.failedFuture(new ConcurrencyException("as tested"))
                : CompletableFuture.completedFuture(done()));
        assertThat(cases.obey(order).join())
                .isEqualTo(new CaseOutcome.Done(Asks.CASE, 0, 41, CaseStatus.REPORTED, false));
        assertThat(sent).hasValue(3);
        assertThat(recorded).isEmpty();
    }

    @Test
    void who_loses_every_race_is_told_that_the_case_moved_on() {
        var cases = cases(attempt -> CompletableFuture.failedFuture(new AggregateStreamCreationException("as tested")));
        var outcome = cases.obey(order).join();
        assertThat(((CaseOutcome.Refused) outcome).refusal().code()).isEqualTo(RefusalCode.STALE_VERSION);
        assertThat(sent).hasValue(AxonCases.RACES_MAX);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void an_outage_is_no_refusal_and_leaves_no_record() {
        var cases = cases(attempt -> CompletableFuture.failedFuture(outage));
        assertThatThrownBy(() -> cases.obey(order).join())
                .isInstanceOf(CompletionException.class)
                .hasCause(outage);
        assertThat(sent).hasValue(1);
        assertThat(recorded).isEmpty();
    }

    @Test
    void an_outage_while_facts_are_looked_up_fails_the_order_before_it_is_given() {
        var cases = new AxonCases(
                command -> {
                    throw new AssertionError("not to be sent");
                },
                new OneEvent(),
                id -> {
                    throw outage;
                },
                Cast.STANDINGS,
                (event, envelope) -> recorded.add(event),
                CaseRulebook.BUILT_IN,
                "test");
        var merge = new Story().order(Cast.ACCEPTOR, new CaseCommand.MergeInto(Asks.CASE, Asks.PARENT));
        assertThat(cases.obey(merge))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(outage);
        assertThat(cases.consider(merge))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(outage);
    }

    @Test
    void a_refusal_that_cannot_be_recorded_is_not_answered() {
        var cases = new AxonCases(
                command -> CompletableFuture.failedFuture(new ConcurrencyException("as tested")),
                new OneEvent(),
                FIND_NOTHING,
                Cast.STANDINGS,
                (event, envelope) -> {
                    throw outage;
                },
                CaseRulebook.BUILT_IN,
                "test");
        assertThatThrownBy(() -> cases.obey(order).join()).hasRootCauseMessage("as tested");
    }

    private static final FindCase FIND_NOTHING = id -> Optional.empty();

    private static CommandOutcome done() {
        return new CommandOutcome(
                new CaseAnswer(0, CaseStatus.REPORTED, false), OptionalLong.of(0), OptionalLong.empty());
    }

    private AxonCases cases(IntFunction<CompletableFuture<CommandOutcome>> answer) {
        return new AxonCases(
                command -> answer.apply(sent.incrementAndGet()),
                new OneEvent(),
                FIND_NOTHING,
                Cast.STANDINGS,
                (event, envelope) -> recorded.add(event),
                CaseRulebook.BUILT_IN,
                "test");
    }

    /** A log whose one event stands at position 41. */
    private static final class OneEvent implements EventLog {

        @Override
        public long end() {
            return 42;
        }

        @Override
        public List<StoredEvent> read(long from, int max) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StoredEvent> stream(StreamId stream, long fromSequence, int max) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong positionOf(StreamId stream, long sequence) {
            return OptionalLong.of(41);
        }

        @Override
        public long positionAt(Instant moment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean awaitBeyond(long position, Duration atMost) {
            throw new UnsupportedOperationException();
        }
    }
}
