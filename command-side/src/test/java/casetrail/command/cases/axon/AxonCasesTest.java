package casetrail.command.cases.axon;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.Asks;
import casetrail.command.cases.CaseCommand;
import casetrail.command.cases.CaseOrder;
import casetrail.command.cases.CaseOutcome;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cast;
import casetrail.command.cases.Story;
import casetrail.events.Actor;
import casetrail.events.RequestKey;
import casetrail.events.Sha256;
import casetrail.events.access.AccessEvent;
import casetrail.events.cases.CaseCommandName;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Orders all the way to the log, with two processes on one database where it matters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxonCasesTest {

    private static final Sha256 BODY = new Sha256("12".repeat(32));
    private static final Sha256 OTHER_BODY = new Sha256("34".repeat(32));

    private final Story story = new Story();
    private CasesProcess one;
    private CasesProcess other;
    private int cases;

    @BeforeAll
    void open() {
        var database = TestPostgres.database();
        one = new CasesProcess(database.serving(), "one", CaseRulebook.BUILT_IN);
        other = new CasesProcess(database.serving(), "other", CaseRulebook.BUILT_IN);
    }

    @AfterAll
    void close() {
        other.close();
        one.close();
    }

    @Test
    void a_done_order_says_version_position_and_state() {
        var id = fresh();
        var done = done(one, register(id));
        assertThat(done.sequence()).isZero();
        assertThat(done.status()).isEqualTo(CaseStatus.REPORTED);
        assertThat(done.repeated()).isFalse();
        var stored = one.ledger().read(done.position(), 1).getFirst();
        assertThat(stored.stream()).isEqualTo(id.stream());
        assertThat(stored.sequence()).isZero();
    }

    @Test
    void two_events_of_one_order_stand_beside_each_other() {
        var id = fresh();
        var report = Asks.report(id, Source.COLLECTOR);
        var done = done(one, story.order(Cast.REPORTER, new CaseCommand.RecordOnSiteResolution(id, report, Asks.TEXT)));
        assertThat(done.sequence()).isEqualTo(1);
        assertThat(one.ledger().read(done.position() - 1, 2))
                .extracting(StoredEvent::stream)
                .containsExactly(id.stream(), id.stream());
    }

    @Test
    void a_refusal_leaves_no_event_of_the_case_and_one_of_access() {
        var id = fresh();
        done(one, register(id));
        long end = one.ledger().end();
        var refused = refused(one, story.order(Cast.ADMIN, new CaseCommand.ReturnToIntake(id)));
        assertThat(refused.code()).isEqualTo(RefusalCode.ILLEGAL_TRANSITION);
        assertThat(one.ledger().stream(id.stream(), 0, 10)).hasSize(1);
        var added = one.ledger().read(end, 10);
        assertThat(added).hasSize(1);
        var recorded = new StoredEvents(EventNames.CATALOGUE).open(added.getFirst());
        assertThat(recorded.stream().family()).isEqualTo("access");
        assertThat(recorded.envelope().actor()).isEqualTo(Cast.ADMIN);
        assertThat(recorded.event())
                .isEqualTo(new AccessEvent.CommandRefused(id.stream(), "RETURN_TO_INTAKE", "ILLEGAL_TRANSITION", null));
    }

    @Test
    void an_order_about_no_case_is_refused_and_begins_none() {
        var id = fresh();
        assertThat(refused(one, story.order(Cast.LEAD, new CaseCommand.AcceptAssignment(id)))
                        .code())
                .isEqualTo(RefusalCode.NOT_FOUND);
        assertThat(one.stored().find(id)).isEmpty();
    }

    @Test
    void considering_tells_what_would_be_and_writes_nothing() {
        var id = fresh();
        long end = one.ledger().end();
        var would = (CaseOutcome.Done) one.cases().consider(register(id)).join();
        assertThat(would.status()).isEqualTo(CaseStatus.REPORTED);
        assertThat(would.sequence()).isZero();
        var wouldNot = one.cases()
                .consider(story.order(Cast.LEAD, new CaseCommand.AcceptAssignment(id)))
                .join();
        assertThat(wouldNot).isInstanceOf(CaseOutcome.Refused.class);
        assertThat(one.ledger().end()).isEqualTo(end);
    }

    @Test
    void a_repeat_gets_the_first_answer_in_whichever_process() {
        var id = fresh();
        var order = Story.keyed(register(id), key("repeat", BODY));
        var first = done(one, order);
        done(one, story.order(Cast.ACCEPTOR, new CaseCommand.FileCase(id, Asks.RUBBISH, Asks.STANDARD, false)));
        for (var process : List.of(one, other)) {
            var again = done(process, order);
            assertThat(again).isEqualTo(new CaseOutcome.Done(id, 0, first.position(), CaseStatus.REPORTED, true));
        }
        var reused = Story.keyed(register(id), key("repeat", OTHER_BODY));
        assertThat(refused(other, reused).code()).isEqualTo(RefusalCode.KEY_REUSED);
    }

    @Test
    void a_thousand_parallel_retries_make_one_case() throws Exception {
        var id = CaseId.forRequest("client", "thousand");
        var order = Story.keyed(register(id), key("thousand", BODY));
        var outcomes = inParallel(1_000, 32, i -> done(i % 2 == 0 ? one : other, order));
        assertThat(outcomes).extracting(CaseOutcome.Done::sequence).containsOnly(0L);
        assertThat(outcomes)
                .extracting(CaseOutcome.Done::position)
                .containsOnly(outcomes.getFirst().position());
        assertThat(outcomes).filteredOn(o -> !o.repeated()).hasSize(1);
        assertThat(one.ledger().stream(id.stream(), 0, 10)).hasSize(1);
    }

    @Test
    void of_two_editors_who_saw_the_same_version_one_wins() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = fresh();
            done(one, register(id));
            var ground = new CaseCommand.RejectReport(id, RejectionGround.INVALID);
            var filing = new CaseCommand.FileCase(id, Asks.RUBBISH, Asks.STANDARD, false);
            var orders = List.of(expecting(0, Cast.ACCEPTOR, ground), expecting(0, Cast.SHIFT_LEADER, filing));
            var outcomes = inParallel(
                    2,
                    2,
                    i -> (i == 0 ? one : other).cases().obey(orders.get(i)).join());
            assertThat(outcomes).filteredOn(o -> o instanceof CaseOutcome.Done).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(o -> o instanceof CaseOutcome.Refused r
                            && r.refusal().code() == RefusalCode.STALE_VERSION
                            && "1".equals(r.refusal().facts().get("actual")))
                    .hasSize(1);
            assertThat(one.ledger().stream(id.stream(), 0, 10)).hasSize(2);
        }
    }

    @Test
    void a_process_that_is_behind_decides_on_what_the_log_holds_now() {
        var id = fresh();
        done(one, register(id));
        done(other, story.order(Cast.ACCEPTOR, new CaseCommand.FileCase(id, Asks.RUBBISH, Asks.STANDARD, false)));
        // The first process has the case cached as REPORTED.
        var done = done(one, story.order(Cast.DISPATCHER, new CaseCommand.DispatchCase(id, Cast.WATER, false, null)));
        assertThat(done.status()).isEqualTo(CaseStatus.DISPATCHED);
        assertThat(refused(other, story.order(Cast.DISPATCHER, new CaseCommand.ReturnToIntake(id)))
                        .facts())
                .containsEntry("state", "DISPATCHED");
    }

    @Test
    void the_parents_state_is_looked_up_when_it_is_asked() {
        var parent = fresh();
        var child = fresh();
        done(one, register(parent));
        done(one, register(child));
        done(other, story.order(Cast.SHIFT_LEADER, new CaseCommand.VoidCase(parent)));
        var merge = story.order(Cast.ACCEPTOR, new CaseCommand.MergeInto(child, parent));
        assertThat(refused(one, merge).facts()).containsEntry("parentState", "VOIDED");
        var none = story.order(Cast.ACCEPTOR, new CaseCommand.MergeInto(child, fresh()));
        assertThat(refused(one, none).code()).isEqualTo(RefusalCode.GUARD_FAILED);
    }

    @Test
    void refusals_of_many_threads_are_all_on_record() throws Exception {
        long end = one.ledger().end();
        inParallel(
                300, 16, i -> refused(one, story.order(Cast.LEAD, Asks.of(CaseCommandName.CLOSE_CASE, story.now()))));
        var added = one.ledger().read(end, 1_000);
        assertThat(added.stream().filter(e -> e.stream().family().equals("access")))
                .hasSize(300);
    }

    private CaseId fresh() {
        return CaseId.forRequest("tests", "case " + cases++);
    }

    private CaseOrder register(CaseId id) {
        return story.order(Cast.REPORTER, Asks.report(id, Source.COLLECTOR));
    }

    private CaseOrder expecting(long sequence, Actor actor, CaseCommand command) {
        var order = story.order(actor, command);
        return new CaseOrder(command, order.circumstances(), sequence);
    }

    private static RequestKey key(String key, Sha256 body) {
        return new RequestKey("client", key, body);
    }

    private static CaseOutcome.Done done(CasesProcess process, CaseOrder order) {
        var outcome = process.cases().obey(order).join();
        assertThat(outcome).isInstanceOf(CaseOutcome.Done.class);
        return (CaseOutcome.Done) outcome;
    }

    private static Refusal refused(CasesProcess process, CaseOrder order) {
        var outcome = process.cases().obey(order).join();
        assertThat(outcome).isInstanceOf(CaseOutcome.Refused.class);
        return ((CaseOutcome.Refused) outcome).refusal();
    }

    private interface Deed<T> {
        T done(int i);
    }

    /** All begin together. */
    private static <T> List<T> inParallel(int times, int threads, Deed<T> deed)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> {
                    if (number < threads) {
                        barrier.await();
                    }
                    return deed.done(number);
                });
            }
            var results = new ArrayList<T>();
            for (Future<T> result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
