package casetrail.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casetrail.events.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafBytesTest {

    /** Written out by hand from docs/log-format.md; whoever has to change it has broken every proof made so far. */
    private static final String GOLDEN = ""
            + "63617365747261696c2d6c6561662d31" // "casetrail-leaf-1"
            + "00000006" + "636173652d37" // stream "case-7"
            + "0000000000000003" // sequence 3
            + "0192f3c04a7b7000a1b2c3d4e5f60718" // event id
            + "0000000a" + "636173652e66696c6564" // name "case.filed"
            + "00000002" // revision 2
            + "00064c0953867001" // recordedAt 2026-03-02T12:00:00.000001Z
            + "00000014" + "7b226163746f72223a22e6b2b3222c2020227d00" // envelope, any bytes
            + "00000002" + "7b7d"; // payload "{}"

    private static final StoredEvent EVENT = new StoredEvent(
            41,
            new StreamId("case-7"),
            3,
            UUID.fromString("0192f3c0-4a7b-7000-a1b2-c3d4e5f60718"),
            "case.filed",
            2,
            Instant.parse("2026-03-02T12:00:00.000001Z"),
            "{\"actor\":\"河\",  \"}\0".getBytes(StandardCharsets.UTF_8),
            "{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void the_bytes_of_an_event_are_the_golden_ones() {
        assertThat(HexFormat.of().formatHex(LeafBytes.of(EVENT))).isEqualTo(GOLDEN);
    }

    @Test
    void every_field_but_the_position_counts() {
        var e = EVENT;
        var other = e.payload().clone();
        other[0]++;
        var changed = List.of(
                new StoredEvent(
                        41,
                        new StreamId("case-8"),
                        3,
                        e.eventId(),
                        e.name(),
                        2,
                        e.recordedAt(),
                        e.envelope(),
                        e.payload()),
                new StoredEvent(41, e.stream(), 4, e.eventId(), e.name(), 2, e.recordedAt(), e.envelope(), e.payload()),
                new StoredEvent(
                        41, e.stream(), 3, new UUID(1, 2), e.name(), 2, e.recordedAt(), e.envelope(), e.payload()),
                new StoredEvent(
                        41, e.stream(), 3, e.eventId(), "case.other", 2, e.recordedAt(), e.envelope(), e.payload()),
                new StoredEvent(41, e.stream(), 3, e.eventId(), e.name(), 1, e.recordedAt(), e.envelope(), e.payload()),
                new StoredEvent(
                        41,
                        e.stream(),
                        3,
                        e.eventId(),
                        e.name(),
                        2,
                        e.recordedAt().plusNanos(1_000),
                        e.envelope(),
                        e.payload()),
                new StoredEvent(41, e.stream(), 3, e.eventId(), e.name(), 2, e.recordedAt(), other, e.payload()),
                new StoredEvent(41, e.stream(), 3, e.eventId(), e.name(), 2, e.recordedAt(), e.envelope(), other),
                new StoredEvent(
                        41, e.stream(), 3, e.eventId(), e.name(), 2, e.recordedAt(), e.payload(), e.envelope()));
        assertThat(changed).allSatisfy(event -> assertThat(LeafBytes.of(event)).isNotEqualTo(LeafBytes.of(e)));
        var moved =
                new StoredEvent(42, e.stream(), 3, e.eventId(), e.name(), 2, e.recordedAt(), e.envelope(), e.payload());
        assertThat(LeafBytes.of(moved)).isEqualTo(LeafBytes.of(e));
    }

    @Test
    void a_moment_finer_than_the_log_keeps_is_refused() {
        var e = EVENT;
        var fine = new StoredEvent(
                41, e.stream(), 3, e.eventId(), e.name(), 2, e.recordedAt().plusNanos(1), e.envelope(), e.payload());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeafBytes.of(fine))
                .withMessageContaining("finer");
    }
}
