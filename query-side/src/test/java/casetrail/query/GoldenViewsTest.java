package casetrail.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.StreamId;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventJson;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.query.caselist.CaseList;
import casetrail.query.handling.HandlingHistory;
import casetrail.views.View;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log that never changes gives the documents that it always gave: how a changed fold, form or field is noticed. */
class GoldenViewsTest {

    private static final String LOG = "/golden-log.ndjson";
    private static final String HASHES = "/golden-views.properties";

    static Stream<View<?>> views() {
        return Stream.of(CaseList.CASES, HandlingHistory.HANDLING);
    }

    @ParameterizedTest
    @MethodSource("views")
    void the_view_gives_for_the_golden_log_what_its_revision_always_gave(View<?> view) throws Exception {
        var hashes = new Properties();
        try (var file = resource(HASHES)) {
            hashes.load(file);
        }
        var key = "%s.%d".formatted(view.name(), view.revision());
        var hash = hash(view);

        assertThat(hashes.getProperty(key))
                .as(
                        "the view '%s' gives something else than before for the same events: raise the view's revision and"
                                + " write '%s.%d=%s' as a further line into src/test/resources%s. Documents of the old revision are"
                                + " then rebuilt, not folded on.",
                        view.name(), view.name(), view.revision() + 1, hash, HASHES)
                .isEqualTo(hash);
    }

    @Test
    void the_golden_log_holds_every_kind_of_event() throws Exception {
        assertThat(events().stream().map(StoredEvent::name).distinct())
                .containsAll(Samples.all().stream()
                        .map(e -> EventNames.CATALOGUE.nameOf(e.getClass()).name())
                        .toList());
    }

    @Test
    void another_fold_gives_another_hash() throws Exception {
        var view = CaseList.CASES;
        var forgetful = new View<>(
                view.name(),
                view.revision(),
                view.family(),
                (before, event) -> before != null && event.sequence() == 7
                        ? before
                        : view.fold().after(before, event),
                view.form(),
                view.fields(),
                view.indexes(),
                view.audience());
        var fewer = new View<>(
                view.name(),
                view.revision(),
                view.family(),
                view.fold(),
                view.form(),
                view.fields().subList(0, view.fields().size() - 1),
                List.of(),
                view.audience());

        assertThat(List.of(hash(view), hash(forgetful), hash(fewer))).doesNotHaveDuplicates();
    }

    private static <V> String hash(View<V> view) throws Exception {
        var stored = new StoredEvents(EventNames.CATALOGUE);
        var values = new TreeMap<String, V>();
        var versions = new HashMap<String, Long>();
        for (var event : events()) {
            @Nullable V before = values.get(event.stream().value());
            values.put(event.stream().value(), view.fold().after(before, stored.open(event)));
            versions.put(event.stream().value(), event.sequence());
        }
        var digest = MessageDigest.getInstance("SHA-256");
        for (var entry : values.entrySet()) {
            var stream = new StreamId(entry.getKey());
            var document = view.document(stream, versions.getOrDefault(entry.getKey(), 0L), entry.getValue());
            digest.update("%s %d ".formatted(stream, document.version()).getBytes(UTF_8));
            digest.update(document.json());
            digest.update(new TreeMap<>(document.values()).toString().getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<StoredEvent> events() throws IOException {
        var events = new ArrayList<StoredEvent>();
        try (var file = resource(LOG)) {
            for (var line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
                var json = EventJson.MAPPER.readTree(line);
                events.add(new StoredEvent(
                        events.size(),
                        new StreamId(json.get("stream").asString()),
                        json.get("sequence").asLong(),
                        new UUID(5, events.size()),
                        json.get("name").asString(),
                        json.get("revision").asInt(),
                        Instant.parse(json.get("recordedAt").asString()),
                        EventJson.MAPPER.writeValueAsBytes(json.get("envelope")),
                        EventJson.MAPPER.writeValueAsBytes(json.get("payload"))));
            }
        }
        return events;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(GoldenViewsTest.class.getResourceAsStream(name), name);
    }
}
