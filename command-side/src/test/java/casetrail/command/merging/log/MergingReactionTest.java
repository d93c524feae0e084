package casetrail.command.merging.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.command.cases.Asks;
import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Cast;
import casetrail.command.cases.Story;
import casetrail.command.cases.axon.CasesProcess;
import casetrail.events.Actor;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.Source;
import casetrail.events.log.LogUnavailable;
import casetrail.events.log.StoredEvent;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergingReactionTest {

    private static final CaseId PARENT = CaseId.forRequest("tests", "parent");
    private static final CaseId CHILD = CaseId.forRequest("tests", "child");

    private final Story story = new Story();
    private final KeptInMemory checkpoints = new KeptInMemory();
    private CasesProcess process;

    @BeforeEach
    void two_cases_one_merged_into_the_other() {
        process = new CasesProcess(TestPostgres.database().serving(), "reaction", CaseRulebook.BUILT_IN);
        done(Cast.REPORTER, Asks.report(PARENT, Source.COLLECTOR));
        done(Cast.COLLECTOR, Asks.report(CHILD, Source.COLLECTOR));
        done(Cast.ACCEPTOR, new CaseCommand.MergeInto(CHILD, PARENT));
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void a_merged_case_is_linked_at_its_parent_and_unlinked_when_it_stands_alone_again() {
        try (var reaction = following(process.cases())) {
            await().until(() -> namesOf(PARENT).contains("case.child-linked"));
            done(Cast.SHIFT_LEADER, new CaseCommand.SplitFromParent(CHILD));
            await().until(() -> namesOf(PARENT).contains("case.child-unlinked"));
            assertThat(reaction.stoppedBy()).isEmpty();
        }
        assertThat(namesOf(PARENT))
                .containsExactly("case.report-registered", "case.child-linked", "case.child-unlinked");
        var linked = new StoredEvents(EventNames.CATALOGUE)
                .open(process.ledger().stream(PARENT.stream(), 1, 1).getFirst());
        assertThat(linked.envelope().actor()).isEqualTo(Actor.SYSTEM);
        assertThat(linked.envelope().causationId())
                .isEqualTo(process.ledger().stream(CHILD.stream(), 1, 1)
                        .getFirst()
                        .eventId()
                        .toString());
    }

    @Test
    void beginning_again_from_an_old_checkpoint_adds_nothing() {
        try (var reaction = following(process.cases())) {
            await().until(() -> reaction.next() == process.ledger().end());
        }
        checkpoints.forget(MergingReaction.NAME);
        try (var first = following(process.cases());
                var second = following(process.cases())) {
            await().until(() -> first.next() == process.ledger().end()
                    && second.next() == process.ledger().end());
            assertThat(first.stoppedBy()).isEmpty();
        }
        assertThat(namesOf(PARENT)).containsExactly("case.report-registered", "case.child-linked");
    }

    @Test
    void an_outage_is_waited_out() {
        var times = new AtomicInteger();
        Cases atFirstUnavailable = new Fake(order -> times.incrementAndGet() <= 2
                ? CompletableFuture.failedFuture(new LogUnavailable("down", new IllegalStateException("as tested")))
                : process.cases().obey(order));
        try (var reaction = following(atFirstUnavailable)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> namesOf(PARENT).contains("case.child-linked"));
            assertThat(reaction.stoppedBy()).isEmpty();
        }
        assertThat(times).hasValue(3);
    }

    @Test
    void an_order_that_nothing_explains_the_refusal_of_stops_it_before_the_event_and_nothing_is_skipped() {
        Cases refusing = new Fake(
                order -> CompletableFuture.completedFuture(new CaseOutcome.Refused(Refusal.of(RefusalCode.NOT_FOUND))));
        try (var reaction = following(refusing)) {
            await().until(() -> reaction.stoppedBy().isPresent());
            assertThat(reaction.next()).isLessThanOrEqualTo(2);
            assertThat(checkpoints.next(MergingReaction.NAME)).isEmpty();
        }
    }

    private MergingReaction following(Cases cases) {
        var reaction = new MergingReaction(
                process.ledger(), new StoredEvents(EventNames.CATALOGUE), cases, checkpoints, Clock.systemUTC());
        reaction.start();
        return reaction;
    }

    private List<String> namesOf(CaseId id) {
        return process.ledger().stream(id.stream(), 0, 10).stream()
                .map(StoredEvent::name)
                .toList();
    }

    private void done(Actor actor, CaseCommand command) {
        assertThat(process.cases().obey(story.order(actor, command)).join()).isInstanceOf(CaseOutcome.Done.class);
    }

    private interface Answer {
        CompletableFuture<CaseOutcome> to(CaseOrder order);
    }

    private record Fake(Answer answer) implements Cases {

        @Override
        public CompletableFuture<CaseOutcome> obey(CaseOrder order) {
            return answer.to(order);
        }

        @Override
        public CompletableFuture<CaseOutcome> consider(CaseOrder order) {
            throw new UnsupportedOperationException("a reaction does not consider");
        }
    }
}
