package casetrail.command.cases.http;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.edge.identity.ActingWish;
import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Session;
import casetrail.edge.problem.Defects;
import casetrail.edge.vault.VaultUnavailable;
import casetrail.events.PersonId;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseId;
import casetrail.events.log.LogUnavailable;
import casetrail.events.people.AccountName;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Told DONE = new Told.Not(Refusal.of(RefusalCode.ALREADY_SO), List.of(), List.of());
    private final IOException cause = new IOException("gone");

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void an_item_that_meets_an_outage_or_a_defect_takes_nothing_from_the_others() {
        assertThat(codes(List.of(
                        () -> CompletableFuture.completedFuture(DONE),
                        () -> CompletableFuture.failedFuture(new LogUnavailable("no log", cause)),
                        () -> {
                            throw new VaultUnavailable("no vault", cause);
                        },
                        () -> CompletableFuture.failedFuture(new IllegalStateException("a defect")),
                        () -> CompletableFuture.completedFuture(DONE))))
                .containsExactly(
                        RefusalCode.ALREADY_SO,
                        RefusalCode.UNAVAILABLE,
                        RefusalCode.UNAVAILABLE,
                        RefusalCode.DEFECT,
                        RefusalCode.ALREADY_SO);
    }

    @Test
    void what_is_not_begun_in_the_time_of_one_answer_is_not_begun_at_all() {
        assertThat(codes(List.of(
                        () -> CompletableFuture.completedFuture(DONE),
                        () -> {
                            now.addAndGet(Waiting.MAX.toNanos());
                            return new CompletableFuture<>();
                        },
                        () -> CompletableFuture.completedFuture(DONE))))
                .containsExactly(RefusalCode.ALREADY_SO, RefusalCode.UNAVAILABLE, RefusalCode.UNAVAILABLE);
        assertThat(begun).hasValue(2);
    }

    private List<RefusalCode> codes(List<Supplier<CompletableFuture<Told>>> answers) {
        var batch = new Batch(
                (ask, violations) -> answers.get(begun.getAndIncrement()).get(),
                new Defects(() -> "1"),
                "/api/cases/bulk",
                now::get);
        var items = answers.stream().map(any -> batch.begin(BatchTest::ask)).toList();
        return items.stream()
                .map(batch::outcome)
                .map(told -> ((Told.Not) told).refusal().code())
                .toList();
    }

    private static Ask ask() {
        var asker = new Asker(
                new PersonId("person-1"), new AccountName("one"), List.of(), new Session("basic", null, 0, null));
        return new Ask(
                CaseCommandName.RECORD_PROGRESS,
                CaseId.forRequest("person-1", "key"),
                RequestBodies.tree(null),
                0L,
                null,
                asker,
                ActingWish.NONE,
                false,
                Ask.Places.SINGLE);
    }
}
