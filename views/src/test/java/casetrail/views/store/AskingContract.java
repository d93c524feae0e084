package casetrail.views.store;

import static casetrail.views.store.Samples.document;
import static casetrail.views.store.Samples.names;
import static casetrail.views.store.Samples.stream;
import static casetrail.views.store.Samples.term;
import static casetrail.views.store.Samples.terms;
import static casetrail.views.store.Samples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.views.After;
import casetrail.views.Condition;
import casetrail.views.Condition.Absent;
import casetrail.views.Condition.All;
import casetrail.views.Condition.Any;
import casetrail.views.Condition.Between;
import casetrail.views.Condition.HasAll;
import casetrail.views.Condition.HasAny;
import casetrail.views.Condition.Is;
import casetrail.views.Document;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Value;
import casetrail.views.store.ViewTable.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of question means, by examples. */
interface AskingContract extends Shelf {

    private ViewTable town() {
        return following(
                document("a", 1, Map.of("state", term("open"), "due", whole(10), "words", terms("road", "hole"))),
                document("b", 1, Map.of("state", term("open"), "due", whole(-5), "words", terms("road"))),
                document("c", 1, Map.of("state", term("closed"), "due", whole(10), "words", terms())),
                document("d", 1, Map.of("state", term("returned"))),
                document("e", 1));
    }

    private static List<String> found(ViewTable table, Condition where, Order order) {
        return names(table.find(new Question(where, order, null, 100)));
    }

    private static List<String> found(ViewTable table, Condition where) {
        return found(table, where, Order.BY_STREAM);
    }

    @Test
    default void each_kind_of_condition_finds_what_fits_and_counts_it() {
        var table = town();
        var expected = Map.ofEntries(
                Map.entry(Condition.everything(), List.of("a", "b", "c", "d", "e")),
                Map.entry(Condition.is("state", "open"), List.of("a", "b")),
                Map.entry(new Is("state", Set.of("closed", "returned", "none")), List.of("c", "d")),
                Map.entry(new Between("due", -5L, 10L), List.of("b")),
                Map.entry(new Between("due", -4L, null), List.of("a", "c")),
                Map.entry(new Between("due", null, 10L), List.of("b")),
                Map.entry(new Between("due", null, null), List.of("a", "b", "c")),
                Map.entry(new HasAll("words", Set.of("road", "hole")), List.of("a")),
                Map.entry(new HasAny("words", Set.of("hole", "road")), List.of("a", "b")),
                Map.entry(new Absent("due"), List.of("d", "e")),
                Map.entry(new Absent("state"), List.of("e")),
                Map.entry(new All(List.of(Condition.is("state", "open"), new Between("due", 0L, null))), List.of("a")),
                Map.entry(new Any(List.of(Condition.is("state", "closed"), new Absent("state"))), List.of("c", "e")));
        expected.forEach((where, names) -> {
            assertThat(found(table, where)).as("%s", where).isEqualTo(names);
            assertThat(table.count(where)).as("%s", where).isEqualTo(names.size());
        });
        assertThat(found(table, Condition.nothing())).isEmpty();
        assertThat(table.count(Condition.nothing())).isZero();
    }

    @Test
    default void conditions_stand_within_each_other() {
        var table = town();
        var vague = new All(List.of(new Absent("due"), new Any(List.of(new Absent("state")))));
        var where = new All(List.of(
                new Any(List.of(Condition.is("state", "open"), vague)),
                new Any(List.of(new HasAny("words", Set.of("road")), Condition.everything())),
                new Any(List.of(Condition.nothing(), new Absent("unit")))));
        assertThat(found(table, where)).containsExactly("a", "b", "e");
        assertThat(found(table, new All(List.of(where, Condition.nothing())))).isEmpty();
    }

    @Test
    default void a_value_that_cannot_be_a_term_fits_nothing() {
        var table = town();
        var odd = Set.of("", "a\0b", "x\ud83d", "x".repeat(Value.TERM_MAX + 1), "open", "road");
        assertThat(found(table, new Is("state", odd))).containsExactly("a", "b");
        assertThat(found(table, new HasAny("words", odd))).containsExactly("a", "b");
        assertThat(found(table, new HasAll("words", Set.of("road", "a\0b")))).isEmpty();
        assertThat(found(table, Condition.is("state", "\ud83d"))).isEmpty();
    }

    @Test
    default void documents_without_the_field_come_last_both_ways() {
        var table = town();
        assertThat(found(table, Condition.everything(), Order.up("due"))).containsExactly("b", "a", "c", "d", "e");
        assertThat(found(table, Condition.everything(), Order.down("due"))).containsExactly("c", "a", "b", "e", "d");
        assertThat(found(table, new Absent("due"), Order.down("due"))).containsExactly("e", "d");
        assertThat(found(table, Condition.everything(), new Order(null, true)))
                .containsExactly("e", "d", "c", "b", "a");
    }

    @Test
    default void a_page_begins_behind_the_last_document_of_the_page_before() {
        var table = town();
        var down = Order.down("due");
        assertThat(page(table, down, new After(whole(10), stream("c")))).containsExactly("a", "b");
        assertThat(page(table, down, new After(whole(10), stream("a")))).containsExactly("b", "e");
        assertThat(page(table, down, new After(whole(-5), stream("b")))).containsExactly("e", "d");
        assertThat(page(table, down, new After(null, stream("e")))).containsExactly("d");
        assertThat(page(table, down, new After(whole(7), stream("zzz")))).containsExactly("b", "e");
        assertThat(page(table, Order.up("state"), new After(term("open"), stream("a"))))
                .containsExactly("b", "d");
        assertThat(page(table, Order.BY_STREAM, new After(null, stream("c")))).containsExactly("d", "e");
        assertThat(page(table, new Order(null, true), new After(null, stream("c"))))
                .containsExactly("b", "a");
    }

    private static List<String> page(ViewTable table, Order order, After after) {
        return names(table.find(new Question(Condition.everything(), order, after, 2)));
    }

    @Test
    default void terms_come_in_the_order_of_their_bytes() {
        var documents = new ArrayList<Document>();
        for (int n = 0; n < Samples.ODD_TERMS.size(); n++) {
            documents.add(document("t%02d".formatted(n), 1, Map.of("state", term(Samples.ODD_TERMS.get(n)))));
        }
        var table = following(documents);
        var inOrder = names(documents);
        assertThat(found(table, Condition.everything(), Order.up("state"))).isEqualTo(inOrder);
        assertThat(found(table, Condition.everything(), Order.down("state"))).isEqualTo(inOrder.reversed());
        for (int n = 0; n < documents.size(); n++) {
            assertThat(found(table, Condition.is("state", Samples.ODD_TERMS.get(n))))
                    .containsExactly(inOrder.get(n));
        }
    }

    @Test
    default void a_box_is_two_ranges() {
        var documents = new ArrayList<Document>();
        for (int lon = 0; lon < 10; lon++) {
            for (int lat = 0; lat < 10; lat++) {
                documents.add(document("p" + lon + lat, 1, Map.of("lon", whole(lon * 100L), "lat", whole(-lat))));
            }
        }
        var box = new Between("lon", 250L, 401L).and(new Between("lat", -2L, 0L));
        assertThat(found(following(documents), box)).containsExactly("p31", "p32", "p41", "p42");
    }

    @Test
    default void documents_are_counted_by_a_term() {
        var table = town();
        assertThat(table.counts(Condition.everything(), "state", 10))
                .containsExactly(new Count("open", 2), new Count("closed", 1), new Count("returned", 1));
        assertThat(table.counts(Condition.everything(), "state", 2))
                .containsExactly(new Count("open", 2), new Count("closed", 1));
        assertThat(table.counts(new Between("due", 0L, null), "state", 10))
                .containsExactly(new Count("closed", 1), new Count("open", 1));
        assertThat(table.counts(Condition.everything(), "unit", 10)).isEmpty();
    }

    @Test
    default void documents_are_counted_by_each_of_their_terms() {
        var table = town();
        assertThat(table.counts(Condition.everything(), "words", 10))
                .containsExactly(new Count("road", 2), new Count("hole", 1));
        assertThat(table.counts(new HasAll("words", Set.of("hole")), "words", 1))
                .containsExactly(new Count("hole", 1));
    }

    @Test
    default void what_is_not_declared_cannot_be_asked() {
        var table = town();
        assertThat(table.count(Condition.everything())).isEqualTo(5);
        for (var where : List.of(
                Condition.is("none", "x"),
                Condition.is("due", "x"),
                new Between("state", 1L, null),
                new HasAny("state", Set.of("x")),
                new Any(List.of(new HasAll("due", Set.of("x")))),
                new Absent("words"))) {
            assertThatThrownBy(() -> table.count(where)).as("%s", where).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> found(table, Condition.everything(), Order.up("words")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(table, Order.up("due"), new After(term("x"), stream("a"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.counts(Condition.everything(), "due", 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
