package casetrail.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.query.caselist.CaseList;
import casetrail.views.ViewVersion;
import casetrail.views.store.Batch;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewTable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadVersionTest {

    private static final Duration MOMENT = ReadVersion.LOOK.multipliedBy(2);

    private final MemoryViewStore store = new MemoryViewStore();
    private final AtomicLong nanos = new AtomicLong();
    private final ViewTable old = whole(1, 10);
    private final AtomicReference<ViewTable> decided = new AtomicReference<>(old);
    private final ReadVersion read = new ReadVersion(decided::get, nanos::get);

    @Test
    void what_was_told_to_be_counted_in_is_read_whichever_version_is_decided_upon() {
        assertThat(read.next()).isEqualTo(10);
        var behind = whole(2, 5);
        decided.set(behind);
        assertThat(read.table()).isSameAs(old);
        pass(MOMENT);
        assertThat(read.next()).isEqualTo(10);
        assertThat(read.table()).isSameAs(old);

        advance(behind, 10);
        pass(MOMENT);

        assertThat(read.table()).isSameAs(behind);
        assertThat(read.next()).isEqualTo(10);
    }

    @Test
    void a_version_that_is_as_far_is_read_at_once() {
        assertThat(read.table()).isSameAs(old);
        var further = whole(2, 12);
        decided.set(further);
        assertThat(read.table()).isSameAs(further);
        assertThat(read.next()).isEqualTo(12);
    }

    @Test
    void a_version_that_never_comes_up_is_read_in_the_end_and_tells_how_far_it_is() {
        assertThat(read.next()).isEqualTo(10);
        var behind = whole(2, 5);
        decided.set(behind);
        assertThat(read.table()).isSameAs(old);
        pass(ReadVersion.TURN_MAX);
        assertThat(read.table()).isSameAs(behind);
        assertThat(read.next()).isEqualTo(5);
    }

    @Test
    void who_decides_otherwise_in_between_begins_anew() {
        assertThat(read.next()).isEqualTo(10);
        var behind = whole(2, 5);
        decided.set(behind);
        assertThat(read.table()).isSameAs(old);
        decided.set(old);
        assertThat(read.table()).isSameAs(old);
        pass(ReadVersion.TURN_MAX);
        decided.set(behind);
        assertThat(read.table()).isSameAs(old);
    }

    @Test
    void a_version_that_was_dropped_holds_nothing_up() {
        assertThat(read.next()).isEqualTo(10);
        var behind = whole(2, 5);
        store.drop(new ViewVersion(CaseList.CASES.name(), 1));
        decided.set(behind);
        assertThat(read.table()).isSameAs(behind);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private ViewTable whole(int number, long next) {
        var version = new ViewVersion(CaseList.CASES.name(), number);
        store.create(version, 1, CaseList.CASES.shape());
        var table = store.table(version, CaseList.CASES.shape());
        table.finish(next);
        return table;
    }

    private static void advance(ViewTable table, long next) {
        table.segments().forEach(s -> table.take(s.number(), s.epoch(), "somebody"));
        table.save(Batch.of(
                List.of(),
                IntStream.range(0, Segment.COUNT)
                        .mapToObj(s -> new Batch.Advance(s, 1, next))
                        .toList()));
    }
}
