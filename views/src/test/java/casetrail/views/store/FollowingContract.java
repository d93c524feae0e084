package casetrail.views.store;

import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static casetrail.views.store.Samples.term;
import static casetrail.views.store.Samples.terms;
import static casetrail.views.store.Samples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Value;
import casetrail.views.store.Batch.Advance;
import casetrail.views.store.Batch.Change;
import casetrail.views.store.Samples.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch is written, and when it is refused. */
interface FollowingContract extends Shelf {

    @Test
    default void a_batch_is_loaded_as_it_was_saved() {
        var old = document("old", 3, Map.of("state", term("open"), "due", whole(5), "words", terms("a", "b")));
        var table = following(old, document("other", 9));
        Shelf.takeAll(table, "one");
        var newer = document("old", 7, Map.of("state", term("closed"), "words", terms("c")));
        var fresh = document("fresh", 0, Map.of("due", whole(8)));

        table.save(Shelf.moving(130, Shelf.changed(old, newer), Shelf.added(fresh)));

        var loaded = table.load(List.of(stream("old"), stream("fresh"), stream("absent")));
        assertThat(loaded).containsOnlyKeys(stream("old"), stream("fresh"));
        assertThat(Seen.orNull(loaded.get(stream("old")))).isEqualTo(Seen.of(newer));
        assertThat(Seen.orNull(loaded.get(stream("fresh")))).isEqualTo(Seen.of(fresh));
        assertThat(Shelf.next(table).values()).hasSize(Segment.COUNT).containsOnly(130L);
        assertThat(table.count(Condition.is("state", "open"))).isZero();
        assertThat(table.count(new Condition.Absent("due"))).isEqualTo(2);
        assertThat(table.count(new Condition.HasAny("words", Set.of("a", "c")))).isEqualTo(1);
    }

    @Test
    default void a_full_batch_is_saved_and_loaded() {
        var table = following();
        Shelf.takeAll(table, "one");
        var fresh = IntStream.range(0, Batch.CHANGES_MAX)
                .mapToObj(n -> document("n" + n, 0, Map.of("unit", term("u" + n % 7))))
                .toList();
        table.save(Shelf.moving(200, fresh.stream().map(Shelf::added).toArray(Change[]::new)));
        var changed = fresh.stream()
                .map(d -> Shelf.changed(d, new Document(d.stream(), 1, d.json(), d.values())))
                .toArray(Change[]::new);
        table.save(Shelf.moving(300, changed));
        assertThat(table.load(fresh.stream().map(Document::stream).toList()).values())
                .hasSize(Batch.CHANGES_MAX)
                .allMatch(d -> d.version() == 1);
    }

    @Test
    default void a_document_that_came_meanwhile_is_not_written_over() {
        var there = document("there", 2);
        overtaken(following(there), Shelf.added(document("there", 0)), there);
    }

    @Test
    default void a_document_that_changed_meanwhile_is_not_written_over() {
        var there = document("there", 5);
        overtaken(following(there), Shelf.changed(document("there", 4), document("there", 6)), there);
    }

    @Test
    default void a_document_that_is_gone_is_not_written_again() {
        var there = document("there", 5);
        overtaken(following(there), Shelf.changed(document("gone", 4), document("gone", 5)), there);
    }

    private void overtaken(ViewTable table, Change atFault, Document there) {
        Shelf.takeAll(table, "one");
        var batch = new Batch(
                List.of(Shelf.added(document("aa", 0)), atFault, Shelf.added(document("zz", 0))),
                List.of(Shelf.advance(3, 500)),
                List.of(),
                List.of());
        assertThatThrownBy(() -> table.save(batch)).isInstanceOf(Overtaken.class);
        assertThat(Shelf.next(table).values()).hasSize(Segment.COUNT).containsOnly(START);
        var loaded = table.load(List.of(there.stream(), atFault.after().stream()));
        assertThat(Seen.all(loaded.values())).containsExactly(Seen.of(there));
        if (atomic()) {
            assertThat(table.count(Condition.everything())).isEqualTo(1);
        }
    }

    @Test
    default void who_writes_under_an_earlier_epoch_is_refused() {
        var there = document("there", 5);
        var table = following(there);
        Shelf.takeAll(table, "one");
        assertThat(table.take(4, 1, "two")).isTrue();
        var late = Batch.of(
                List.of(Shelf.changed(there, document("there", 6))),
                List.of(Shelf.advance(3, 500), Shelf.advance(4, 500)));
        assertThatThrownBy(() -> table.save(late)).isInstanceOf(Overtaken.class);
        assertThat(Shelf.next(table).values()).containsOnly(START);
        assertThat(Seen.all(table.load(List.of(there.stream())).values())).containsExactly(Seen.of(there));

        table.save(Batch.of(List.of(), List.of(new Advance(4, 2, 600), Shelf.advance(3, 500))));
        assertThat(new TreeMap<>(Shelf.next(table)))
                .containsEntry(3, 500L)
                .containsEntry(4, 600L)
                .containsEntry(5, START);
    }

    @Test
    default void who_does_not_hold_a_segment_cannot_move_it() {
        var table = following();
        assertThatThrownBy(() -> table.save(Batch.of(List.of(), List.of(new Advance(0, 0, 500)))))
                .isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> table.save(Batch.of(List.of(), List.of(new Advance(0, 1, 500)))))
                .isInstanceOf(Overtaken.class);
        assertThat(Shelf.next(table).values()).containsOnly(START);
    }

    @Test
    default void a_segment_is_taken_in_the_epoch_that_was_seen_and_in_no_other() {
        var table = following();
        assertThat(table.take(2, 0, "one")).isTrue();
        assertThat(table.take(2, 0, "two")).isFalse();
        assertThat(table.take(2, 7, "two")).isFalse();
        assertThat(table.segments().get(2)).isEqualTo(new Segment(2, START, 1, "one"));
        assertThat(table.take(2, 1, "two")).isTrue();
        assertThat(table.segments().get(2)).isEqualTo(new Segment(2, START, 2, "two"));
        assertThat(table.segments().get(3)).isEqualTo(new Segment(3, START, 0, null));
    }

    @Test
    default void a_segment_given_back_can_be_taken_at_once_and_moved_no_more() {
        var table = following();
        assertThat(table.take(2, 0, "one")).isTrue();
        table.release(2, 0);
        assertThat(table.segments().get(2).owner()).isEqualTo("one");
        table.release(2, 1);
        var free = table.segments().get(2);
        assertThat(free.owner()).isNull();
        assertThatThrownBy(() -> table.save(Batch.of(List.of(), List.of(Shelf.advance(2, 500)))))
                .isInstanceOf(Overtaken.class);
        assertThat(table.take(2, free.epoch(), "two")).isTrue();
        table.release(2, 1);
        assertThat(table.segments().get(2).owner()).isEqualTo("two");
    }

    @Test
    default void large_documents_long_ids_and_odd_texts_come_back_as_they_were() {
        var text = String.join("\n", Samples.ODD_TERMS) + "\u5f00\"\\\u0001".repeat(25_000);
        var long1 = "x".repeat(78);
        var filled = document(long1 + "1", 1, text, Map.of("words", terms(Samples.ODD_TERMS.toArray(String[]::new))));
        var table = following(filled);
        Shelf.takeAll(table, "one");
        var saved = document(long1 + "2", 1, text, Map.of("words", terms(Samples.ODD_TERMS.toArray(String[]::new))));
        table.save(Shelf.moving(130, Shelf.added(saved)));
        assertThat(Seen.all(table.load(List.of(filled.stream(), saved.stream())).values()))
                .containsExactlyInAnyOrder(Seen.of(filled), Seen.of(saved));
        for (var odd : Samples.ODD_TERMS) {
            assertThat(table.count(new Condition.HasAll("words", Set.of(odd))))
                    .as(odd)
                    .isEqualTo(2);
        }
    }

    @Test
    default void a_set_of_the_most_and_longest_terms_can_be_kept() {
        var texts = IntStream.range(0, Value.TERMS_MAX)
                .mapToObj(n -> "\u5f00".repeat(196) + "%04d".formatted(n))
                .toArray(String[]::new);
        var table = following(document("a", 0, Map.of("words", terms(texts), "state", term(texts[0]))));
        assertThat(table.count(new Condition.HasAll("words", Set.of(texts[7], texts[1_999]))))
                .isEqualTo(1);
        assertThat(table.count(Condition.is("state", texts[0]))).isEqualTo(1);
    }
}
