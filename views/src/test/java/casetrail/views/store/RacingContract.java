package casetrail.views.store;

import static casetrail.views.store.Samples.SHAPE;
import static casetrail.views.store.Samples.VERSION;
import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Race.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two that want the same at once, one gets it. */
interface RacingContract extends Shelf {

    /** How often each race is run. */
    int ROUNDS = 20;

    @Test
    default void of_two_that_begin_a_version_at_once_both_find_it_begun() {
        for (int round = 1; round <= ROUNDS; round++) {
            store().drop(VERSION);
            Race.between(() -> store().create(VERSION, 1, SHAPE), () -> store().create(VERSION, 1, SHAPE));
            assertThat(store().buildings()).hasSize(1);
            assertThat(store().table(VERSION, SHAPE).segments()).hasSize(Segment.COUNT);
        }
    }

    @Test
    default void of_two_that_take_a_segment_one_gets_it() {
        var table = following();
        for (long epoch = 0; epoch < ROUNDS; epoch++) {
            long seen = epoch;
            var taken = Race.run(() -> table.take(5, seen, "one"), () -> table.take(5, seen, "two"));
            assertThat(taken).containsExactlyInAnyOrder(true, false);
            assertThat(table.segments().get(5))
                    .isEqualTo(new Segment(5, START, epoch + 1, taken.getFirst() ? "one" : "two"));
        }
    }

    @Test
    default void of_two_that_write_a_new_document_one_does() {
        var table = following();
        for (int round = 1; round <= ROUNDS; round++) {
            var name = "new" + round;
            var outcomes = Race.between(
                    () -> table.save(Batch.of(List.of(Shelf.added(document(name, 1))), List.of())),
                    () -> table.save(Batch.of(List.of(Shelf.added(document(name, 2))), List.of())));
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LOST);
            long winner = outcomes.getFirst() == Outcome.DONE ? 1 : 2;
            assertThat(version(table, name)).isEqualTo(winner);
        }
    }

    @Test
    default void of_two_that_change_a_document_one_does() {
        var before = document("a", 0);
        var table = following(before);
        for (int round = 0; round < ROUNDS; round++) {
            long seen = version(table, "a");
            var loaded = document("a", seen);
            var outcomes = Race.between(
                    () -> table.save(Batch.of(List.of(Shelf.changed(loaded, document("a", seen + 1))), List.of())),
                    () -> table.save(Batch.of(List.of(Shelf.changed(loaded, document("a", seen + 2))), List.of())));
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LOST);
            assertThat(version(table, "a")).isEqualTo(outcomes.getFirst() == Outcome.DONE ? seen + 1 : seen + 2);
        }
    }

    /** Whoever takes over must never see progress that comes after it, and never a document without its progress. */
    @Test
    default void a_save_and_a_take_over_of_its_segment_come_one_after_the_other() {
        var table = following();
        int segment = Segment.of(stream("a"));
        for (int round = 0; round < ROUNDS; round++) {
            long epoch = 2L * round;
            assertThat(table.take(segment, epoch, "one")).isTrue();
            long next = START + round + 1;
            var name = "a" + round;
            var outcomes = Race.between(
                    () -> table.save(Batch.of(
                            List.of(Shelf.added(document(name, 1))), List.of(new Advance(segment, epoch + 1, next)))),
                    () -> assertThat(table.take(segment, epoch + 1, "two")).isTrue());
            boolean saved = outcomes.getFirst() == Outcome.DONE;
            assertThat(Shelf.next(table).get(segment)).isEqualTo(saved ? next : nextBefore(table, segment, next));
            if (saved || atomic()) {
                assertThat(table.load(List.of(stream(name))).containsKey(stream(name)))
                        .isEqualTo(saved);
            }
        }
    }

    private static long nextBefore(ViewTable table, int segment, long refused) {
        long next = table.segments().get(segment).next();
        assertThat(next).isLessThan(refused);
        return next;
    }

    private static long version(ViewTable table, String name) {
        var document = table.load(List.of(stream(name))).get(stream(name));
        assertThat(document).isNotNull();
        return document.version();
    }
}
