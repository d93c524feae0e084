package casetrail.command.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.axon.CasesProcess;
import casetrail.command.numbers.axon.AxonNumberBlocks;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.numbers.NumberEvent.NumberBlockTaken;
import casetrail.ledger.testing.TestPostgres;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlockedNumbersTest {

    private static final Instant IN_2026 = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void numbers_follow_each_other_within_a_block_and_over_its_end() {
        var first = new AtomicInteger(1);
        var numbers = new BlockedNumbers(
                year -> {
                    int from = first.getAndAdd(3);
                    return new NumberBlockTaken(year, from, from + 2);
                },
                ZoneOffset.UTC);
        var given = new ArrayList<CaseNumber>();
        for (int i = 0; i < 7; i++) {
            given.add(numbers.next(IN_2026));
        }
        assertThat(given)
                .containsExactly(
                        CaseNumber.of(2026, 1),
                        CaseNumber.of(2026, 2),
                        CaseNumber.of(2026, 3),
                        CaseNumber.of(2026, 4),
                        CaseNumber.of(2026, 5),
                        CaseNumber.of(2026, 6),
                        CaseNumber.of(2026, 7));
    }

    @Test
    void a_year_begins_by_the_calendar_of_the_place() {
        var numbers = new BlockedNumbers(year -> new NumberBlockTaken(year, 1, 1_000), ZoneId.of("Asia/Shanghai"));
        assertThat(numbers.next(Instant.parse("2026-12-31T17:00:00Z"))).isEqualTo(CaseNumber.of(2027, 1));
        assertThat(numbers.next(Instant.parse("2026-12-31T15:00:00Z"))).isEqualTo(CaseNumber.of(2026, 1));
    }

    @Test
    void two_processes_and_many_threads_never_give_out_a_number_twice() throws Exception {
        var access = TestPostgres.database().serving();
        try (var one = new CasesProcess(access, "one", CaseRulebook.BUILT_IN);
                var other = new CasesProcess(access, "other", CaseRulebook.BUILT_IN);
                var threads = Executors.newFixedThreadPool(16)) {
            var sources = List.of(
                    new BlockedNumbers(one.blocks(), ZoneOffset.UTC),
                    new BlockedNumbers(other.blocks(), ZoneOffset.UTC));
            var tasks = new ArrayList<Callable<List<CaseNumber>>>();
            for (int task = 0; task < 16; task++) {
                var source = sources.get(task % 2);
                tasks.add(() -> {
                    var given = new ArrayList<CaseNumber>();
                    for (int i = 0; i < 1_500; i++) {
                        given.add(source.next(IN_2026));
                    }
                    return given;
                });
            }
            var all = new HashSet<CaseNumber>();
            for (var given : threads.invokeAll(tasks)) {
                all.addAll(given.get());
            }
            assertThat(all).hasSize(16 * 1_500);
            var blocks = one.ledger().stream(new StreamId("numbers-2026"), 0, 100);
            assertThat(blocks).hasSizeBetween(24, 26);
            assertThat(AxonNumberBlocks.BLOCK).isEqualTo(1_000);
        }
    }
}
