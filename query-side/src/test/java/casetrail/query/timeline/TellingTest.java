package casetrail.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Reason;
import casetrail.events.Recorded;
import casetrail.events.RequestKey;
import casetrail.events.Role;
import casetrail.events.Sha256;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.events.wire.EventJson;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.Opening;
import casetrail.query.casefile.ReadingRights;
import casetrail.query.casefile.Tongue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellingTest {

    private static final ReadingRights ALL = new ReadingRights(true, true, true, true);
    private static final ReadingRights NO_TEXT = new ReadingRights(true, false, false, false);

    static Stream<CaseEvent> everyKind() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void every_kind_of_event_has_words_in_both_languages(CaseEvent event) {
        var english = Words.in(Tongue.ENGLISH).of(event);
        var chinese = Words.in(Tongue.CHINESE).of(event);

        assertThat(english).isNotBlank().matches("\\p{ASCII}+").doesNotContain("null");
        assertThat(chinese).matches(".*\\p{IsHan}.*").doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void words_never_hold_what_is_sealed(CaseEvent event) {
        for (var tongue : Tongue.values()) {
            assertThat(Words.in(tongue).of(event)).doesNotContain("AAECAwQFBgc");
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void an_entry_for_who_may_not_read_holds_no_sealed_text(CaseEvent event) {
        var entry = EventJson.MAPPER.writeValueAsString(
                telling(Tongue.ENGLISH, NO_TEXT).tell(step(event)));

        assertThat(entry).doesNotContain("opened:").doesNotContain("AAECAwQFBgc");
    }

    @Test
    void every_constant_has_words_in_both_languages() {
        for (var tongue : Tongue.values()) {
            var words = Words.in(tongue);
            assertThat(Arrays.stream(Role.values()).map(words::of)).doesNotContain("");
            assertThat(Arrays.stream(Channel.values()).map(words::of)).doesNotHaveDuplicates();
            assertThat(Arrays.stream(Assurance.values()).map(words::of)).doesNotHaveDuplicates();
            assertThat(Arrays.stream(ClockChange.What.values()).map(words::of)).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_field_of_the_envelope_is_shown() {
        Map<String, Object> shown = new TreeMap<>(Map.of(
                "actor",
                new Actor(new PersonId("person-p"), Role.DEPT_LEAD, new UnitCode("U-7"), new PersonId("person-q")),
                "channel",
                Channel.OFFLINE,
                "reason",
                new Reason("BECAUSE", Samples.sealed("why")),
                "occurredAt",
                Instant.parse("2026-11-19T01:02:03Z"),
                "assurance",
                Assurance.IMPORTED,
                "flags",
                List.of("BACKDATED", "STRAY_DATE"),
                "ruleVersions",
                new TreeMap<>(Map.of("clocks", "profile@9")),
                "jurisdiction",
                "gulou",
                "request",
                new RequestKey("client-8", "key-8", new Sha256("cd".repeat(32))),
                "correlationId",
                "correlation-8"));
        shown.put("causationId", "causation-8");
        var told = Map.ofEntries(
                Map.entry("actor", List.of("person-p", "DEPT_LEAD", "U-7", "person-q")),
                Map.entry("channel", List.of("OFFLINE")),
                Map.entry("reason", List.of("BECAUSE", "opened:why")),
                Map.entry("occurredAt", List.of("2026-11-19T01:02:03Z")),
                Map.entry("assurance", List.of("IMPORTED")),
                Map.entry("flags", List.of("BACKDATED", "STRAY_DATE")),
                Map.entry("ruleVersions", List.of("profile@9")),
                Map.entry("jurisdiction", List.of("gulou")),
                Map.entry("request", List.of("client-8", "key-8", "cd".repeat(32))),
                Map.entry("correlationId", List.of("correlation-8")),
                Map.entry("causationId", List.of("causation-8")));
        var envelope = EventJson.MAPPER.convertValue(shown, Envelope.class);

        var entry = EventJson.MAPPER.writeValueAsString(
                telling(Tongue.ENGLISH, ALL).tell(step(Samples.of(CaseEvent.AssignmentAccepted.class), envelope)));

        for (var component : Envelope.class.getRecordComponents()) {
            assertThat(told).containsKey(component.getName());
            assertThat(entry).contains(told.get(component.getName()));
        }
    }

    @Test
    void an_entry_tells_which_fields_changed_and_which_clocks() {
        var entry = telling(Tongue.CHINESE, ALL).tell(step(Samples.of(CaseEvent.CaseDispatched.class)));

        assertThat(entry.words()).startsWith("派遣至U-ROADS");
        assertThat(entry.status().words()).isEqualTo("已派遣(待签收)");
        assertThat(entry.changes())
                .contains(new TimelineAnswer.Change("handling.unit", null, "U-ROADS"))
                .contains(new TimelineAnswer.Change("status", "REPORTED", "DISPATCHED"));
        assertThat(entry.clocks())
                .extracting(c -> c.stage() + " " + c.change().code())
                .contains("HANDLE STARTED", "ACCEPT ABANDONED");
    }

    @Test
    void sealed_fields_among_the_changes_are_opened_for_who_may_only() {
        var event = Samples.of(CaseEvent.ProgressRecorded.class);

        var may =
                EventJson.MAPPER.writeValueAsString(telling(Tongue.ENGLISH, ALL).tell(step(event)));
        var mayNot = EventJson.MAPPER.writeValueAsString(
                telling(Tongue.ENGLISH, NO_TEXT).tell(step(event)));

        assertThat(may).contains("\"path\":\"texts.progress\",\"after\":{\"text\":\"opened:text\"}");
        assertThat(mayNot).contains("\"path\":\"texts.progress\",\"after\":{\"withheld\":true}");
    }

    @Test
    void a_destroyed_key_is_told_as_erased() {
        var telling = new Telling(Tongue.ENGLISH, new Opening(ALL, value -> Optional.empty()));

        var entry = telling.tell(step(Samples.of(CaseEvent.AssignmentAccepted.class)));

        assertThat(Objects.requireNonNull(entry.reason()).text()).isEqualTo(casetrail.query.casefile.OpenedText.ERASED);
    }

    private static Telling telling(Tongue tongue, ReadingRights rights) {
        return new Telling(tongue, new Opening(rights, value -> Optional.of("opened:" + value.field())));
    }

    private static Telling.Step step(CaseEvent event) {
        return step(event, Samples.recorded(1, event).envelope());
    }

    private static Telling.Step step(CaseEvent event, Envelope envelope) {
        var before = CaseFile.after(null, Samples.recorded(0, Samples.of(CaseEvent.ReportRegistered.class)));
        var r = Samples.recorded(1, event);
        var recorded = new Recorded<CaseEvent>(
                r.position(), r.stream(), r.sequence(), r.eventId(), r.recordedAt(), envelope, event);
        return new Telling.Step("case.sample", 1, recorded, before, CaseFile.after(before, recorded));
    }
}
