package casetrail.views.store;

import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.views.store.Batch.Unparked;
import casetrail.views.store.Parked.Wish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of streams that could not be folded. */
interface ParkingContract extends Shelf {

    private static Parked failed(String name, long sequence) {
        return new Parked(stream(name), sequence, 1_000 + sequence, "broken", null);
    }

    private static Parked waiting(String name, long sequence) {
        return new Parked(stream(name), sequence, 1_000 + sequence, null, null);
    }

    private static void park(ViewTable table, Parked... parked) {
        table.save(new Batch(List.of(), List.of(), List.of(parked), List.of()));
    }

    private static void unpark(ViewTable table, Unparked... unparked) {
        table.save(new Batch(List.of(), List.of(), List.of(), List.of(unparked)));
    }

    private static List<Parked> first(ViewTable table, int limit) {
        return table.parkedStreams(Optional.empty(), false, limit);
    }

    @Test
    default void events_wait_in_order_behind_the_first() {
        var table = following();
        park(table, waiting("a", 11), failed("a", 9), waiting("a", 10), failed("b", 0));
        assertThat(table.parked(stream("a"), 10)).containsExactly(failed("a", 9), waiting("a", 10), waiting("a", 11));
        assertThat(table.parked(stream("a"), 2)).containsExactly(failed("a", 9), waiting("a", 10));
        assertThat(table.parked(stream("c"), 2)).isEmpty();
        assertThat(table.parkedCount()).isEqualTo(2);
        assertThat(table.parkedEvents()).isEqualTo(4);
        assertThat(table.parkedAmong(List.of(stream("a"), stream("c"), stream("b"))))
                .containsExactlyInAnyOrder(stream("a"), stream("b"));
    }

    @Test
    default void parked_streams_are_told_by_their_first_event_in_the_order_of_their_ids() {
        var table = following();
        park(table, failed("b", 3), waiting("b", 4), failed("a", 10), failed("B", 7), failed("c", 2), waiting("c", 3));
        assertThat(first(table, 3)).containsExactly(failed("B", 7), failed("a", 10), failed("b", 3));
        assertThat(table.parkedStreams(Optional.of(stream("a")), false, 10))
                .containsExactly(failed("b", 3), failed("c", 2));
        assertThat(table.parkedStreams(Optional.of(stream("c")), false, 10)).isEmpty();
    }

    @Test
    default void a_wish_stands_at_the_first_event_until_it_is_parked_again() {
        var table = following();
        park(table, failed("a", 9), waiting("a", 10), failed("b", 1));
        assertThat(table.wish(stream("a"), 10, Wish.RETRY)).isFalse();
        assertThat(table.wish(stream("a"), 8, Wish.RETRY)).isFalse();
        assertThat(table.wish(stream("c"), 0, Wish.RETRY)).isFalse();
        assertThat(table.wish(stream("a"), 9, Wish.EVICT)).isTrue();
        var wished = new Parked(stream("a"), 9, 1_009, "broken", Wish.EVICT);
        assertThat(table.parkedStreams(Optional.empty(), true, 10)).containsExactly(wished);
        assertThat(table.parkedStreams(Optional.of(stream("a")), true, 10)).isEmpty();
        assertThat(first(table, 10)).containsExactly(wished, failed("b", 1));

        var again = new Parked(stream("a"), 9, 1_009, "still broken", null);
        park(table, again);
        assertThat(table.parkedStreams(Optional.empty(), true, 10)).isEmpty();
        assertThat(table.parked(stream("a"), 10)).containsExactly(again, waiting("a", 10));
    }

    @Test
    default void what_is_parked_again_is_written_over() {
        var table = following();
        park(table, failed("a", 9), failed("a", 10));
        park(table, waiting("a", 10));
        assertThat(table.parked(stream("a"), 10)).containsExactly(failed("a", 9), waiting("a", 10));
        park(table, failed("a", 10));
        assertThat(table.parked(stream("a"), 10)).containsExactly(failed("a", 9), failed("a", 10));
    }

    @Test
    default void a_later_wish_replaces_the_earlier_one() {
        var table = following();
        park(table, failed("a", 9));
        assertThat(table.wish(stream("a"), 9, Wish.EVICT)).isTrue();
        assertThat(table.wish(stream("a"), 9, Wish.RETRY)).isTrue();
        assertThat(table.parked(stream("a"), 1)).extracting(Parked::wish).containsExactly(Wish.RETRY);
    }

    @Test
    default void what_is_dealt_with_waits_no_longer() {
        var table = following();
        park(table, failed("a", 9), waiting("a", 10), waiting("a", 11), failed("b", 9));
        unpark(table, new Unparked(stream("a"), 10));
        assertThat(table.parked(stream("a"), 10)).containsExactly(waiting("a", 11));
        assertThat(table.parkedCount()).isEqualTo(2);
        assertThat(table.parkedEvents()).isEqualTo(2);
        unpark(table, new Unparked(stream("a"), 11), new Unparked(stream("c"), 5));
        assertThat(first(table, 10)).containsExactly(failed("b", 9));
        assertThat(table.parkedAmong(List.of(stream("a"), stream("b")))).containsExactly(stream("b"));
    }

    @Test
    default void a_retry_that_gets_further_parks_the_next_one_in_the_same_batch() {
        var table = following();
        Shelf.takeAll(table, "one");
        park(table, failed("a", 9), waiting("a", 10), waiting("a", 11));
        table.save(new Batch(
                List.of(Shelf.added(document("a", 9))),
                List.of(Shelf.advance(0, 150)),
                List.of(failed("a", 10)),
                List.of(new Unparked(stream("a"), 9))));
        assertThat(table.parked(stream("a"), 10)).containsExactly(failed("a", 10), waiting("a", 11));
        assertThat(table.load(List.of(stream("a")))).containsKey(stream("a"));
    }

    @Test
    default void a_refused_batch_neither_parks_nor_unparks() {
        var table = following();
        Shelf.takeAll(table, "one");
        park(table, failed("a", 9));
        var refused = new Batch(
                List.of(),
                List.of(new Batch.Advance(0, 0, 500)),
                List.of(failed("b", 1)),
                List.of(new Unparked(stream("a"), 9)));
        assertThatThrownBy(() -> table.save(refused)).isInstanceOf(Overtaken.class);
        assertThat(first(table, 10)).containsExactly(failed("a", 9));
    }

    @Test
    default void a_long_and_odd_error_is_kept() {
        var table = following();
        var parked = new Parked(stream("a"), 0, 5, "\u5f00\"'\\\0\ud83d ".repeat(500), null);
        park(table, parked);
        assertThat(first(table, 1)).containsExactly(parked);
    }
}
