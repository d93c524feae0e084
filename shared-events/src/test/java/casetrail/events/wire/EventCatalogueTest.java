package casetrail.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upcasting is shown on a table of its own, because in the first version every event has its first revision. */
class EventCatalogueTest {

    record Noted(String text, String language) {}

    /** Revision 1 said {@code note}; 2 calls it {@code text}; 3 adds the language. */
    private static final EventCatalogue TABLE = new EventCatalogue(List.of(new EventType<>(
            "sample.noted",
            Noted.class,
            List.of(
                    node -> {
                        node.set("text", node.remove("note"));
                        return node;
                    },
                    node -> node.put("language", "und")))));

    @Test
    void every_older_revision_is_read_as_the_newest() {
        assertThat(read(1, "{\"note\":\"hole\"}")).isEqualTo(new Noted("hole", "und"));
        assertThat(read(2, "{\"text\":\"hole\"}")).isEqualTo(new Noted("hole", "und"));
        assertThat(read(3, "{\"text\":\"hole\",\"language\":\"en\"}")).isEqualTo(new Noted("hole", "en"));
        assertThat(TABLE.nameOf(Noted.class)).isEqualTo(new StoredName("sample.noted", 3));
    }

    @Test
    void an_unknown_name_stops_the_reader() {
        assertThatThrownBy(() -> TABLE.read("sample.forgotten", 1, new byte[0]))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("'sample.forgotten', which this version does not know");
    }

    @Test
    void an_unknown_revision_stops_the_reader() {
        assertThatThrownBy(() -> read(4, "{}"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("in revision 4, this version knows 1 to 3");
        assertThatThrownBy(() -> read(0, "{}")).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void bytes_that_do_not_fit_stop_the_reader() {
        for (var bad : List.of("", "[]", "{\"text\":", "{\"text\":\"a\",\"language\":\"en\",\"more\":1}")) {
            assertThatThrownBy(() -> read(3, bad)).as(bad).isInstanceOf(UnreadableEvent.class);
        }
        assertThatThrownBy(() -> read(1, "[]")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void what_is_not_in_the_table_is_not_written() {
        assertThatThrownBy(() -> TABLE.write("text")).hasMessageContaining("not in the table of stored names");
    }

    @Test
    void nothing_stands_in_the_table_twice() {
        var line = EventType.first("sample.noted", Noted.class);
        assertThatThrownBy(() -> new EventCatalogue(List.of(line, line))).hasMessageContaining("stands twice");
    }

    private static Object read(int revision, String json) {
        return TABLE.read("sample.noted", revision, json.getBytes(StandardCharsets.UTF_8));
    }
}
