package casetrail.query.logfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseAudience;
import casetrail.events.cases.CaseEvent;
import casetrail.events.log.StoredEvent;
import casetrail.events.wire.EventJson;
import casetrail.query.MemoryLog;
import casetrail.query.Samples;
import casetrail.query.logfeed.FeedLines.Ending;
import casetrail.query.logfeed.FeedLines.Form;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedTest {

    private static final FeedRights AUDITOR = FeedRights.of(Role.AUDITOR);
    private static final StreamId ONE = new StreamId("case-1");
    private static final StreamId TWO = new StreamId("case-2");

    private final MemoryLog log = new MemoryLog();

    @Test
    void an_event_is_told_with_its_stored_bytes() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);
        StoredEvent stored = log.read(0, 1).getFirst();

        var line = feed(from(0)).getFirst();

        assertThat(line)
                .isEqualTo("{\"position\":0,\"stream\":\"case-1\",\"sequence\":0,\"eventId\":\"" + stored.eventId()
                        + "\",\"name\":\"case.filed\",\"revision\":1,\"recordedAt\":\"" + stored.recordedAt()
                        + "\",\"envelope\":" + text(stored.envelope()) + ",\"payload\":" + text(stored.payload())
                        + "}");
    }

    @Test
    void the_end_of_the_log_is_marked_with_the_position_to_go_on_with() throws Exception {
        assertThat(feed(from(0))).containsExactly("{\"endOfLog\":true,\"next\":0}");

        append(ONE, CaseEvent.CaseFiled.class);
        append(TWO, CaseEvent.CaseFiled.class);

        assertThat(positions(feed(from(1)))).containsExactly(1L);
        assertThat(feed(from(2)))
                .containsExactly(
                        "{\"endOfLog\":true,\"next\":2,\"recordedAt\":\"" + Samples.NOON.plusSeconds(1) + "\"}");
    }

    @Test
    void filters_keep_events_away_but_the_position_advances() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);
        append(TWO, CaseEvent.CaseDispatched.class);
        append(TWO, CaseEvent.CaseFiled.class);

        assertThat(positions(feed(named("case.filed")))).containsExactly(0L, 2L);
        assertThat(positions(feed(named("case.")))).containsExactly(0L, 1L, 2L);
        assertThat(positions(feed(named("person.")))).isEmpty();
        assertThat(feed(named("person.")).getLast()).contains("\"next\":3");
        assertThat(positions(feed(query(0, List.of(), TWO, null, Long.MAX_VALUE, AUDITOR))))
                .containsExactly(1L, 2L);
        assertThat(positions(feed(query(2, List.of(), TWO, null, Long.MAX_VALUE, AUDITOR))))
                .containsExactly(2L);
    }

    @Test
    void a_unit_is_found_in_the_envelope_and_in_the_payload_and_nowhere_else() throws Exception {
        log.append(
                ONE,
                Samples.NOON,
                Samples.envelope(Samples.actor(Role.DEPT_LEAD, "U-7"), Samples.NOON),
                Samples.of(CaseEvent.CaseFiled.class));
        append(ONE, CaseEvent.CaseDispatched.class); // to U-ROADS
        append(ONE, CaseEvent.CaseFiled.class); // its clock has a limit with a unit of time
        raw("case.from-the-future", "{\"deep\":{\"unit\":\"U-7\"},\"note\":\"U-7\"}");
        raw("case.from-the-future", "{\"deep\":{\"unit\":\"U-8\"},\"unit\":\"U-7\"}");

        assertThat(positions(feed(ofUnit("U-7")))).containsExactly(0L, 4L);
        assertThat(positions(feed(ofUnit("U-ROADS")))).containsExactly(1L);
        assertThat(positions(feed(ofUnit("URGENT-HOUR")))).isEmpty();
    }

    @Test
    void an_event_that_this_version_does_not_know_is_passed_on() throws Exception {
        raw("case.from-the-future", "{\"anything\":1}");

        assertThat(feed(from(0)).getFirst()).contains("case.from-the-future").contains("{\"anything\":1}");
    }

    @Test
    void a_limit_ends_the_feed_with_the_position_to_go_on_with() throws Exception {
        for (int i = 0; i < 5; i++) {
            append(ONE, CaseEvent.CaseFiled.class);
        }

        var lines = feed(query(1, List.of(), null, null, 2, AUDITOR));

        assertThat(positions(lines)).containsExactly(1L, 2L);
        assertThat(lines.getLast()).isEqualTo("{\"endOfLog\":false,\"limitReached\":true,\"next\":3}");
    }

    @Test
    void restricted_cases_keep_their_place_but_not_their_payload() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);
        append(TWO, CaseEvent.CaseFiled.class);
        append(ONE, CaseEvent.VisibilityRestricted.class);
        var analyst = query(0, List.of(), null, null, Long.MAX_VALUE, FeedRights.of(Role.ANALYST));

        var before = feed(analyst);
        append(ONE, CaseEvent.RestrictionLifted.class);

        assertThat(before.get(0)).endsWith(",\"withheld\":true}").doesNotContain("payload");
        assertThat(before.get(1)).contains("payload");
        assertThat(before.get(2)).endsWith(",\"withheld\":true}");
        assertThat(feed(from(0)).getFirst()).contains("payload");
        assertThat(feed(analyst)).noneMatch(line -> line.contains("withheld"));
    }

    @Test
    void access_and_person_streams_are_for_few() throws Exception {
        append(new StreamId("access-person-1"), CaseEvent.CaseFiled.class);
        append(new StreamId("person-1"), CaseEvent.CaseFiled.class);
        append(ONE, CaseEvent.CaseFiled.class);

        assertThat(positions(feed(with(AUDITOR)))).containsExactly(0L, 1L, 2L);
        assertThat(positions(feed(with(AUDITOR.withoutAccess())))).containsExactly(1L, 2L);
        assertThat(positions(feed(with(FeedRights.of(Role.ANALYST))))).containsExactly(2L);
        assertThat(positions(feed(with(FeedRights.of(Role.PRIVACY_OFFICER))))).containsExactly(0L, 2L);
        assertThat(positions(feed(with(FeedRights.of(Role.ADMIN))))).containsExactly(1L, 2L);
    }

    @Test
    void the_rights_of_every_role_stand_in_one_table() {
        for (var role : Role.values()) {
            assertThat(!FeedRights.of(role).equals(FeedRights.NOTHING)).isEqualTo(FeedRights.READERS.contains(role));
            assertThat(FeedRights.of(role).restricted())
                    .isEqualTo(FeedRights.READERS.contains(role) && CaseAudience.of(role) == CaseAudience.EVERY_CASE);
            assertThat(FeedRights.of(role).access()).isEqualTo(role == Role.AUDITOR || role == Role.PRIVACY_OFFICER);
        }
    }

    @Test
    void server_sent_events_carry_their_position_as_id() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);
        append(TWO, CaseEvent.CaseDispatched.class);

        var text = String.join("\n", feed(named("case.filed"), Form.SSE, Optional.empty()));

        assertThat(text).startsWith("id: 0\ndata: {\"position\":0,").contains("}\n\nid: 1\nevent: end-of-log\ndata: ");
    }

    @Test
    void a_feed_that_has_to_end_says_why() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);

        var lines = feed(from(0), Form.NDJSON, Optional.of(Ending.REVOKED));

        assertThat(lines).containsExactly("{\"ended\":\"REVOKED\",\"next\":0}");
    }

    @Test
    void a_defect_leaves_the_feed_before_the_event_that_it_met() throws Exception {
        append(ONE, CaseEvent.CaseFiled.class);
        raw("case.broken", "{\"note\":broken \"U-7\"");
        var lines = new FeedLines(new ByteArrayOutputStream(), Form.NDJSON);
        var feed = new Feed(log, new RestrictedCases(log), ofUnit("U-7"), lines, Optional::empty);

        assertThatThrownBy(feed::run).isInstanceOf(RuntimeException.class);

        assertThat(feed.reached()).isEqualTo(1);
    }

    @Test
    void a_long_log_is_read_in_pages() throws Exception {
        for (int i = 0; i < 3 * Pages.EVENTS_MAX; i++) {
            append(ONE, CaseEvent.AssignmentAccepted.class);
        }

        var told = positions(feed(from(0)));

        assertThat(told).hasSize(3 * Pages.EVENTS_MAX).isSorted().doesNotHaveDuplicates();
        assertThat(log.largestRead.get()).isLessThanOrEqualTo(Pages.EVENTS_MAX);
    }

    private List<String> feed(FeedQuery query) throws Exception {
        return feed(query, Form.NDJSON, Optional.empty());
    }

    private List<String> feed(FeedQuery query, Form form, Optional<Ending> interruption) throws Exception {
        var out = new ByteArrayOutputStream();
        new Feed(log, new RestrictedCases(log), query, new FeedLines(out, form), () -> interruption).run();
        return text(out.toByteArray()).lines().toList();
    }

    private static List<Long> positions(List<String> lines) {
        return lines.stream()
                .map(EventJson.MAPPER::readTree)
                .filter(node -> node.has("position"))
                .map(FeedTest::position)
                .toList();
    }

    private static long position(JsonNode line) {
        return line.get("position").asLong();
    }

    private void append(StreamId stream, Class<? extends CaseEvent> event) {
        log.append(
                stream,
                Samples.NOON.plusSeconds(log.end()),
                Samples.envelope(Samples.actor(Role.SHIFT_LEADER, null), Samples.NOON),
                Samples.of(event));
    }

    private void raw(String name, String payload) {
        log.append(
                ONE,
                Samples.NOON,
                name,
                9,
                "{\"actor\":{}}".getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
    }

    private static FeedQuery from(long position) {
        return query(position, List.of(), null, null, Long.MAX_VALUE, AUDITOR);
    }

    private static FeedQuery named(String name) {
        return query(0, List.of(name), null, null, Long.MAX_VALUE, AUDITOR);
    }

    private static FeedQuery ofUnit(String unit) {
        return query(0, List.of(), null, new UnitCode(unit), Long.MAX_VALUE, AUDITOR);
    }

    private static FeedQuery with(FeedRights rights) {
        return query(0, List.of(), null, null, Long.MAX_VALUE, rights);
    }

    private static FeedQuery query(
            long from,
            List<String> names,
            @Nullable StreamId stream,
            @Nullable UnitCode unit,
            long limit,
            FeedRights rights) {
        return new FeedQuery(from, names, stream, unit, limit, false, rights);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
