package casetrail.views.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.StreamId;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import casetrail.events.wire.EventCatalogue;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.EventType;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Condition;
import casetrail.views.DocumentForm;
import casetrail.views.Field;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Index;
import casetrail.views.View;
import casetrail.views.feed.FeedTold;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.store.Parked;
import casetrail.views.store.ViewTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Follows the recipes of docs/evolution.md, each in the order in which it stands there, from one release of a program to the next. */
class EvolutionTest {

    private static final StreamId STREAM = new StreamId("noted-1");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final MemoryViewStore store = new MemoryViewStore();

    /** The event as the newest release has it. */
    record Noted(String text, String language) {}

    /** What the first release keeps of a stream. */
    record Notes(long count, String last) {}

    /** What the second release keeps of it. */
    record NotesWithLanguage(
            long count, String last, @Nullable String language) {}

    @Test
    void an_event_gets_a_new_revision() {
        // Written by the release before, which knew a text and no language.
        log.append(STREAM, "noted.note-taken", 1, bytes("{\"text\":\"hole\"}"));
        log.append(STREAM, "noted.note-taken", 2, bytes("{\"text\":\"mended\",\"language\":\"en\"}"));
        var view = notes(1);
        try (var upkeep = keep(List.of(view), newest())) {
            await().until(() -> isCounted(upkeep, view));
            assertThat(notes(upkeep.active(view), view)).containsExactly(new Notes(2, "mended"));
        }
    }

    @Test
    void an_event_that_a_wrong_upcaster_spoiled_heals_without_being_evicted() {
        log.append(STREAM, "noted.note-taken", 1, bytes("{\"text\":\"hole\"}"));
        var view = notes(1);
        var forgotten = new StoredEvents(catalogue(
                new EventType<>("noted.note-taken", Noted.class, List.of(node -> node.put("tongue", "und")))));
        try (var upkeep = keep(List.of(view), forgotten)) {
            await().until(() -> isCounted(upkeep, view));
            assertThat(upkeep.active(view).parkedCount()).isEqualTo(1);
        }
        try (var upkeep = keep(List.of(view), newest())) {
            await().until(() -> !upkeep.states().getFirst().versions().isEmpty());
            assertThat(upkeep.active(view).wish(STREAM, 0, Parked.Wish.RETRY)).isTrue();
            await().until(() -> upkeep.active(view).parkedCount() == 0);
            assertThat(notes(upkeep.active(view), view)).containsExactly(new Notes(1, "hole"));
        }
    }

    @Test
    void a_view_gets_a_new_field() {
        log.append(STREAM, "noted.note-taken", 1, bytes("{\"text\":\"hole\"}"));
        var before = notes(1);
        try (var upkeep = keep(List.of(before), newest())) {
            await().until(() -> isCounted(upkeep, before));
        }
        var after = notesWithLanguage(2);
        try (var upkeep = keep(List.of(after), newest())) {
            await().until(() -> upkeep.states().getFirst().asksForRebuild());
            log.append(after.name().stream(), new ViewEvent.ViewRebuildOrdered(after.name(), 2));
            await().until(() -> upkeep.states().getFirst().versions().stream().anyMatch(v -> v.report() != null));
            log.append(after.name().stream(), new ViewEvent.ViewCutOver(after.name(), 1, 2, 1, 1));
            await().until(() -> !upkeep.states().getFirst().asksForRebuild());
            await().until(() -> isCounted(upkeep, after));
            assertThat(upkeep.active(after).count(Condition.is("language", "und")))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_new_view_is_declared_and_builds_itself() {
        log.append(STREAM, "noted.note-taken", 1, bytes("{\"text\":\"hole\"}"));
        var first = notes(1);
        try (var upkeep = keep(List.of(first), newest())) {
            await().until(() -> isCounted(upkeep, first));
        }
        var second = new View<>(
                new ViewName("noted-texts"),
                1,
                "noted",
                (before, recorded) -> ((Noted) recorded.event()).text(),
                DocumentForm.of(String.class),
                List.of(Field.term("text", text -> text)),
                List.of(Index.on("text")),
                scope -> Condition.everything());
        try (var upkeep = keep(List.of(first, second), newest())) {
            await().until(() -> isCounted(upkeep, second));
            assertThat(upkeep.active(second).count(Condition.is("text", "hole")))
                    .isEqualTo(1);
            assertThat(upkeep.active(first).count(Condition.everything())).isEqualTo(1);
        }
    }

    private static View<Notes> notes(int revision) {
        return new View<>(
                new ViewName("notes"),
                revision,
                "noted",
                (before, recorded) -> {
                    var note = (Noted) recorded.event();
                    return new Notes(before == null ? 1 : before.count() + 1, note.text());
                },
                DocumentForm.of(Notes.class),
                List.of(Field.number("count", Notes::count)),
                List.of(Index.on("count")),
                scope -> Condition.everything());
    }

    private static View<NotesWithLanguage> notesWithLanguage(int revision) {
        return new View<>(
                new ViewName("notes"),
                revision,
                "noted",
                (before, recorded) -> {
                    var note = (Noted) recorded.event();
                    return new NotesWithLanguage(before == null ? 1 : before.count() + 1, note.text(), note.language());
                },
                DocumentForm.of(NotesWithLanguage.class),
                List.of(
                        Field.number("count", NotesWithLanguage::count),
                        Field.term("language", NotesWithLanguage::language)),
                List.of(Index.on("count"), Index.on("language")),
                scope -> Condition.everything());
    }

    private static StoredEvents newest() {
        return new StoredEvents(catalogue(
                new EventType<>("noted.note-taken", Noted.class, List.of(node -> node.put("language", "und")))));
    }

    /** The real table with one more line. */
    private static EventCatalogue catalogue(EventType<?> line) {
        var lines = new ArrayList<EventType<?>>(EventNames.CATALOGUE.types());
        lines.add(line);
        return new EventCatalogue(lines);
    }

    private Upkeep keep(List<View<?>> views, StoredEvents stored) {
        return new Upkeep(views, store, log, stored, Clock.systemUTC(), "one", n -> FeedTold.NOBODY);
    }

    private boolean isCounted(Upkeep upkeep, View<?> view) {
        return upkeep.states().stream().anyMatch(s -> s.view().equals(view.name()) && s.active() != null)
                && upkeep.counted(view.name()) == log.end();
    }

    private static List<Notes> notes(ViewTable table, View<Notes> view) {
        return table.load(List.of(STREAM)).values().stream()
                .map(d -> view.form().read(d.json()))
                .toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
