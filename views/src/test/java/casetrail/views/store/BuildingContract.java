package casetrail.views.store;

import static casetrail.views.store.Samples.SHAPE;
import static casetrail.views.store.Samples.VERSION;
import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.stream;
import static casetrail.views.store.Samples.term;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.views.ViewName;
import casetrail.views.Condition;
import casetrail.views.Document;
import casetrail.views.Shape;
import casetrail.views.ViewVersion;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Samples.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How versions come and go, and how they are filled. */
interface BuildingContract extends Shelf {

    @Test
    default void the_engine_says_what_it_is() {
        assertThat(store().engine()).isNotBlank();
    }

    @Test
    default void a_version_is_begun_once() {
        store().create(VERSION, 7, SHAPE);
        store().create(VERSION, 8, SHAPE);
        assertThat(store().buildings()).containsExactly(new Building(VERSION, 7, Phase.BUILDING));
    }

    @Test
    default void versions_come_by_name_and_number() {
        var other = new ViewName("a-view2");
        var versions = List.of(new ViewVersion(other, 2), new ViewVersion(other, 10), VERSION);
        for (var version : versions.reversed()) {
            store().create(version, 1, new Shape(version.view(), SHAPE.fields(), SHAPE.indexes()));
        }
        assertThat(store().buildings()).extracting(Building::version).containsExactlyElementsOf(versions);
    }

    @Test
    default void a_dropped_version_leaves_nothing_behind() {
        var table = following(document("a", 3));
        Shelf.takeAll(table, "one");
        table.save(new Batch(List.of(), List.of(), List.of(new Parked(stream("b"), 0, 5, "broken", null)), List.of()));
        store().drop(VERSION);
        assertThat(store().buildings()).isEmpty();
        store().drop(VERSION);

        var again = following();
        assertThat(again.count(Condition.everything())).isZero();
        assertThat(again.parkedCount()).isZero();
        assertThat(again.segments()).hasSize(Segment.COUNT).allMatch(s -> s.epoch() == 0 && s.owner() == null);
    }

    @Test
    default void what_was_filled_is_there_when_finished() {
        store().create(VERSION, 1, SHAPE);
        var table = store().table(VERSION, SHAPE);
        table.fill(List.of(document("a", 0), document("b", 4)));
        table.fill(List.of());
        table.fill(List.of(document("c", 1, Map.of("state", term("open")))));
        var again = document("a", 2, Map.of("state", term("open")));
        table.refill(List.of(again));
        assertThat(store().buildings()).extracting(Building::phase).containsExactly(Phase.BUILDING);

        table.finish(42);

        assertThat(store().buildings()).containsExactly(new Building(VERSION, 1, Phase.FOLLOWING));
        assertThat(table.segments())
                .containsExactlyElementsOf(IntStream.range(0, Segment.COUNT)
                        .mapToObj(n -> new Segment(n, 42, 0, null))
                        .toList());
        assertThat(Seen.orNull(table.load(List.of(stream("a"))).get(stream("a"))))
                .isEqualTo(Seen.of(again));
        assertThat(table.count(Condition.everything())).isEqualTo(3);
        assertThat(table.count(Condition.is("state", "open"))).isEqualTo(2);
    }

    @Test
    default void more_documents_than_a_batch_holds_are_filled_at_once() {
        int many = Batch.CHANGES_MAX + 500;
        var documents = new ArrayList<Document>();
        for (int n = 0; n < many; n++) {
            documents.add(document("n" + n, n, Map.of("state", term(n % 2 == 0 ? "even" : "odd"))));
        }
        var table = following(documents);
        assertThat(table.count(Condition.is("state", "even"))).isEqualTo(many / 2);
    }

    @Test
    default void a_version_that_follows_is_not_set_back() {
        var table = following(document("a", 0));
        Shelf.takeAll(table, "one");
        table.save(Shelf.moving(120));
        table.finish(START);
        assertThat(table.segments()).hasSize(Segment.COUNT).allMatch(s -> s.next() == 120 && s.epoch() == 1);
    }

    @Test
    default void versions_beside_each_other_do_not_mix() {
        var table = following(document("a", 1));
        var second = new ViewVersion(VERSION.view(), 2);
        store().create(second, 2, SHAPE);
        var beside = store().table(second, SHAPE);
        beside.fill(List.of(document("a", 5), document("b", 0)));
        beside.finish(7);
        Shelf.takeAll(beside, "two");
        beside.save(new Batch(
                List.of(Shelf.changed(document("a", 5), document("a", 6))),
                List.of(Shelf.advance(0, 9)),
                List.of(new Parked(stream("c"), 0, 8, "broken", null)),
                List.of()));

        assertThat(table.load(List.of(stream("a"), stream("b"))).values())
                .extracting(Document::version)
                .containsExactly(1L);
        assertThat(table.segments()).hasSize(Segment.COUNT).allMatch(s -> s.next() == START && s.owner() == null);
        assertThat(table.parkedCount()).isZero();
        store().drop(second);
        assertThat(table.count(Condition.everything())).isEqualTo(1);
        assertThat(store().buildings()).hasSize(1);
    }

    @Test
    default void a_note_is_kept_with_its_version_and_goes_with_it() {
        store().create(VERSION, 1, SHAPE);
        assertThat(store().remembered(VERSION)).isEmpty();
        store().remember(VERSION, "first");
        var longest = "\u5f00".repeat(ViewStore.NOTE_MAX);
        store().remember(VERSION, longest);
        assertThat(store().remembered(VERSION)).contains(longest);
        assertThat(store().buildings()).containsExactly(new Building(VERSION, 1, Phase.BUILDING));
        store().drop(VERSION);
        assertThat(store().remembered(VERSION)).isEmpty();
        store().create(VERSION, 1, SHAPE);
        assertThat(store().remembered(VERSION)).isEmpty();
    }

    @Test
    default void members_show_that_they_live() {
        store().beat("one");
        store().beat("two");
        store().beat("one");
        assertThat(store().beats()).isEqualTo(Map.of("one", 2L, "two", 1L));
        store().forget("one");
        store().forget("one");
        assertThat(store().beats()).isEqualTo(Map.of("two", 1L));
        store().beat("x".repeat(60));
        assertThat(store().beats()).containsEntry("x".repeat(60), 1L);
    }
}
