package casetrail.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.Reason;
import casetrail.events.RequestKey;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.Sha256;
import casetrail.events.UnitCode;
import casetrail.events.access.AccessEvent;
import casetrail.events.cases.CaseEvent;
import casetrail.events.numbers.NumberEvent;
import casetrail.events.people.PersonEvent;
import casetrail.events.views.ViewEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One JSON sample of every revision is kept and must read for ever. */
class GoldensTest {

    private static final Path GOLDENS = Checked.module("src/test/resources/goldens");
    private static final EventCatalogue CATALOGUE = EventNames.CATALOGUE;

    @Test
    void the_table_names_every_permitted_event_exactly_once() {
        var events = Stream.of(
                        CaseEvent.class, PersonEvent.class, AccessEvent.class, NumberEvent.class, ViewEvent.class)
                .flatMap(c -> Stream.of(c.getPermittedSubclasses()))
                .map(Class::getName);
        assertThat(CATALOGUE.types().stream().map(t -> t.record().getName()))
                .containsExactlyInAnyOrderElementsOf(events.toList());
    }

    @Test
    void the_first_part_of_a_name_is_the_family_of_its_streams() {
        var families = Map.of(
                "case",
                CaseEvent.class,
                "person",
                PersonEvent.class,
                "access",
                AccessEvent.class,
                "numbers",
                NumberEvent.class,
                ViewEvent.FAMILY,
                ViewEvent.class);
        for (var type : CATALOGUE.types()) {
            var family = type.name().substring(0, type.name().indexOf('.'));
            assertThat(families.get(family)).as(type.name()).isAssignableFrom(type.record());
        }
    }

    @Test
    @SuppressWarnings("unchecked") // every line of the table is a record
    void every_newest_revision_has_a_golden_that_is_written_again_byte_for_byte() throws IOException {
        for (var type : CATALOGUE.types()) {
            var stored = type.stored();
            var sample = CATALOGUE.write(SampleEvents.of((Class<? extends Record>) type.record()));
            var file = golden(stored.name(), stored.revision());
            Checked.isKeptForEver(file, new String(sample, StandardCharsets.UTF_8));
            var kept = Files.readAllBytes(file);
            var read = CATALOGUE.read(stored.name(), stored.revision(), kept);
            assertThat(read).isInstanceOf(type.record());
            assertThat(CATALOGUE.write(read)).as(stored.toString()).isEqualTo(kept);
        }
    }

    @Test
    void every_golden_of_every_revision_still_reads() throws IOException {
        try (var files = Files.list(GOLDENS)) {
            var events = files.map(f -> f.getFileName().toString())
                    .filter(f -> !f.startsWith("envelope"))
                    .toList();
            assertThat(events).hasSizeGreaterThanOrEqualTo(CATALOGUE.types().size());
            for (var file : events) {
                var parts = file.split("\\.", -1);
                var name = parts[0] + "." + parts[1];
                assertThat(CATALOGUE.read(name, Integer.parseInt(parts[2]), Files.readAllBytes(GOLDENS.resolve(file))))
                        .as(file)
                        .isNotNull();
            }
        }
    }

    @Test
    void the_envelope_is_written_again_byte_for_byte_and_reads_without_its_optional_parts() throws IOException {
        var file = GOLDENS.resolve("envelope.1.json");
        Checked.isKeptForEver(file, EventJson.MAPPER.writeValueAsString(envelope()));
        var kept = Files.readString(file);
        assertThat(EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(kept, Envelope.class)))
                .isEqualTo(kept);

        var least = """
                {"actor":{"person":"person-system","role":"SYSTEM"},"channel":"SYSTEM","occurredAt":"2026-11-20T04:00:00Z",\
                "assurance":"FIRST_HAND","jurisdiction":"demo","correlationId":"c-1"}""";
        assertThat(EventJson.MAPPER.writeValueAsString(EventJson.MAPPER.readValue(least, Envelope.class)))
                .isEqualTo(least);
    }

    private static Path golden(String name, int revision) {
        return GOLDENS.resolve("%s.%d.json".formatted(name, revision));
    }

    private static Envelope envelope() {
        return new Envelope(
                new Actor(
                        new PersonId("person-lead-roads-1"),
                        Role.DEPT_LEAD,
                        new UnitCode("U-ROADS"),
                        new PersonId("person-lead-roads-2")),
                Channel.OFFLINE,
                new Reason("WRONG_UNIT", new Sealed("case-1", Purpose.FREE_TEXT, "reason", "AAECAwQFBgc=")),
                Instant.parse("2026-11-20T04:00:00.123456Z"),
                Assurance.FIRST_HAND,
                List.of(Envelope.BACKDATED),
                new TreeMap<>(Map.of("policy", "built-in@1", "clocks", "elapsed-hours@1")),
                "demo",
                new RequestKey("lead-roads-1", "k-1", new Sha256("0f".repeat(32))),
                "c-1",
                "e-1");
    }
}
