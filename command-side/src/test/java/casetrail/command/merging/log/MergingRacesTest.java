package casetrail.command.merging.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.command.cases.Asks;
import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.CaseState;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Cast;
import casetrail.command.cases.Story;
import casetrail.command.cases.axon.CasesProcess;
import casetrail.events.Actor;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Source;
import casetrail.events.log.StoredEvent;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.testing.TestPostgres;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Cases that are merged while their parents are being merged, archived or asked by others. */
class MergingRacesTest {

    private static final long SEED = Long.getLong("casetrail.seed", 20_261_123L);
    private static final CaseId A = CaseId.forRequest("tests", "a");
    private static final CaseId B = CaseId.forRequest("tests", "b");
    private static final CaseId C = CaseId.forRequest("tests", "c");

    private final Story story = new Story();
    private final KeptInMemory checkpoints = new KeptInMemory();
    private CasesProcess process;

    @BeforeEach
    void three_cases() {
        process = new CasesProcess(TestPostgres.database().serving(), "races", CaseRulebook.BUILT_IN);
        for (var id : List.of(A, B, C)) {
            done(Cast.REPORTER, Asks.report(id, Source.COLLECTOR));
        }
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void a_parent_that_was_merged_before_it_heard_of_its_child_still_hears_of_it() {
        merge(A, B);
        merge(B, C);
        follow();
        assertThat(state(B).status()).isEqualTo(CaseStatus.MERGED);
        assertLinksMatch();
        assertThat(state(B).overlays().children()).containsExactly(A);
        assertThat(state(C).overlays().children()).containsExactly(B);

        done(Cast.SHIFT_LEADER, new CaseCommand.SplitFromParent(A));
        follow();
        assertThat(state(B).overlays().children()).isEmpty();
    }

    @Test
    void in_the_other_order_no_chain_comes_about() {
        merge(B, C);
        assertThat(obey(Cast.ACCEPTOR, new CaseCommand.MergeInto(A, B))).isInstanceOf(CaseOutcome.Refused.class);
        follow();
        assertThat(obey(Cast.ACCEPTOR, new CaseCommand.MergeInto(C, A))).isInstanceOf(CaseOutcome.Refused.class);
        assertLinksMatch();
    }

    @RepeatedTest(5)
    void whoever_wins_the_race_every_merged_case_is_linked_once_where_it_was_merged_into() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3);
                var reaction = following(process.cases())) {
            var merges = List.of(
                    new CaseCommand.MergeInto(A, B), new CaseCommand.MergeInto(B, C), new CaseCommand.MergeInto(C, A));
            var all = merges.stream()
                    .map(m -> CompletableFuture.runAsync(() -> obey(Cast.ACCEPTOR, m), pool))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get();
            await().until(() -> reaction.next() == process.ledger().end());
            assertThat(reaction.stoppedBy()).isEmpty();
        }
        assertLinksMatch();
        checkpoints.forget(MergingReaction.NAME);
        follow();
        assertLinksMatch();
    }

    @Test
    void a_parent_that_was_archived_in_between_hears_of_nothing_more_and_the_reaction_goes_on() {
        done(Cast.ACCEPTOR, new CaseCommand.RejectReport(B, RejectionGround.INVALID));
        merge(A, B);
        done(Cast.RECORDS_OFFICER, new CaseCommand.ArchiveCase(B, null));
        long before = refusals();
        var later = CaseId.forRequest("tests", "later");
        done(Cast.REPORTER, Asks.report(later, Source.COLLECTOR));
        merge(later, C);
        follow();
        assertThat(namesOf(B)).last().isEqualTo("case.archived");
        assertThat(state(C).overlays().children()).containsExactly(later);
        assertThat(refusals()).isEqualTo(before + 1);
    }

    @Test
    void killed_anywhere_and_begun_again_it_links_once() {
        merge(A, B);
        merge(B, C);
        done(Cast.SHIFT_LEADER, new CaseCommand.SplitFromParent(A));
        merge(A, C);
        var random = new Random(SEED);
        for (int round = 0; round < 10; round++) {
            var dies = new AtomicInteger(random.nextInt(4));
            boolean carriedOut = random.nextBoolean();
            // Before or after the order was carried out: the reaction never hears which.
            try (var reaction = following(order -> {
                if (dies.getAndDecrement() == 0) {
                    if (carriedOut) {
                        process.cases().obey(order).join();
                    }
                    throw new CompletionException(new IllegalStateException("killed, as tested"));
                }
                return process.cases().obey(order);
            })) {
                await().until(() -> reaction.stoppedBy().isPresent()
                        || reaction.next() == process.ledger().end());
            }
            if (random.nextBoolean()) {
                checkpoints.forget(MergingReaction.NAME);
            }
        }
        follow();
        assertLinksMatch();
        assertThat(namesOf(B))
                .containsExactly("case.report-registered", "case.merged", "case.child-linked", "case.child-unlinked");
        assertThat(namesOf(C)).containsExactly("case.report-registered", "case.child-linked", "case.child-linked");
    }

    @Test
    void an_order_that_lost_all_its_races_is_given_again() {
        merge(A, B);
        var times = new AtomicInteger();
        try (var reaction = following(order -> times.incrementAndGet() <= 2
                ? CompletableFuture.completedFuture(new CaseOutcome.Refused(Refusal.of(RefusalCode.STALE_VERSION)))
                : process.cases().obey(order))) {
            await().until(() -> namesOf(B).contains("case.child-linked"));
            assertThat(reaction.stoppedBy()).isEmpty();
        }
        assertThat(times.get()).isGreaterThanOrEqualTo(3);
    }

    /** A case knows as its children exactly those that know it as their parent, and was told of each of them once. */
    private void assertLinksMatch() {
        for (var parent : List.of(A, B, C)) {
            var children = List.of(A, B, C).stream()
                    .filter(id -> parent.equals(state(id).overlays().parent()))
                    .toList();
            assertThat(state(parent).overlays().children()).isEqualTo(Set.copyOf(children));
            assertThat(namesOf(parent).stream()
                                    .filter("case.child-linked"::equals)
                                    .count()
                            - namesOf(parent).stream()
                                    .filter("case.child-unlinked"::equals)
                                    .count())
                    .isEqualTo(children.size());
        }
    }

    private CaseState state(CaseId id) {
        return process.stored().find(id).orElseThrow();
    }

    private void merge(CaseId child, CaseId parent) {
        done(Cast.ACCEPTOR, new CaseCommand.MergeInto(child, parent));
    }

    /** The reaction catches up and ends. */
    private void follow() {
        try (var reaction = following(process.cases())) {
            await().until(() -> reaction.stoppedBy().isPresent()
                    || reaction.next() == process.ledger().end());
            assertThat(reaction.stoppedBy()).isEmpty();
        }
    }

    private interface Answer {
        CompletableFuture<CaseOutcome> to(CaseOrder order);
    }

    private MergingReaction following(Answer answer) {
        return following(new Cases() {
            @Override
            public CompletableFuture<CaseOutcome> obey(CaseOrder order) {
                return answer.to(order);
            }

            @Override
            public CompletableFuture<CaseOutcome> consider(CaseOrder order) {
                throw new UnsupportedOperationException("a reaction does not consider");
            }
        });
    }

    private MergingReaction following(Cases cases) {
        var reaction = new MergingReaction(
                process.ledger(), new StoredEvents(EventNames.CATALOGUE), cases, checkpoints, Clock.systemUTC());
        reaction.start();
        return reaction;
    }

    private List<String> namesOf(CaseId id) {
        return process.ledger().stream(id.stream(), 0, 50).stream()
                .map(StoredEvent::name)
                .toList();
    }

    private long refusals() {
        return process.ledger()
                .readNamed(Set.of("access.command-refused"), 0, 500)
                .size();
    }

    private CaseOutcome obey(Actor actor, CaseCommand command) {
        return process.cases().obey(story.order(actor, command)).join();
    }

    private void done(Actor actor, CaseCommand command) {
        assertThat(obey(actor, command)).isInstanceOf(CaseOutcome.Done.class);
    }
}
