package casetrail.command.cases.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violation;
import casetrail.edge.problem.Violations;
import casetrail.events.Sha256;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.Datum;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is read wholly or not at all, and all that is wrong with it is told at once. */
class RequestReaderTest {

    private static final String STORED = "a".repeat(64);
    private static final String REPORT = """
            {"source": "COLLECTOR", "kind": "COMPONENT", "description": "loose manhole cover",
             "location": {"point": {"latitude": 31.2304, "longitude": 121.4737, "datum": "GCJ02"}},
             "evidence": [{"attachment": "%s", "stage": "BEFORE"}]}""".formatted(STORED);

    private final Violations violations = new Violations();

    @Test
    void a_report_is_read_into_its_record() {
        var read = (IntakeRequests.RegisterReport)
                read(CaseCommandName.REGISTER_REPORT, REPORT).getFirst();

        assertThat(violations.found()).isEmpty();
        assertThat(read.description()).isEqualTo("loose manhole cover");
        assertThat(read.evidence()).hasSize(1);
        var location = read.location().location();
        assertThat(location.sourceDatum()).isEqualTo(Datum.GCJ02);
        assertThat(location.rawPoint()).isEqualTo("31.2304,121.4737");
        assertThat(location.latitude()).isBetween(new BigDecimal("31.2300"), new BigDecimal("31.2330"));
        assertThat(location.latitude()).isNotEqualByComparingTo("31.2304");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\\u202e", "\\u202a", "\\u2066", "\\u2069"})
    void text_that_is_not_read_as_it_is_written_is_a_fault_of_its_field(String escaped) {
        var read = read(CaseCommandName.REGISTER_REPORT, REPORT.replace("manhole", "man" + escaped + "hole"));

        assertThat(read).isEmpty();
        assertThat(violations.found().stream().map(v -> v.pointer() + " " + v.rule()))
                .containsExactly("/description MALFORMED");
    }

    @Test
    void characters_of_two_halves_are_text() {
        var read = (IntakeRequests.RegisterReport)
                read(CaseCommandName.REGISTER_REPORT, REPORT.replace("manhole", "\\ud83d\\ude80"))
                        .getFirst();

        assertThat(read.description()).isEqualTo("loose \uD83D\uDE80 cover");
    }

    @Test
    void every_fault_is_told_at_once_with_its_place() {
        var read = read(CaseCommandName.REGISTER_REPORT, """
                {"source": "NOBODY", "description": "%s", "location": {"point": {"latitude": 91, "longitude": "east"}},
                 "assetId": 7, "evidence": [{"attachment": "%s", "stage": "BEFORE"}, {"stage": "NEVER", "more": 1}],
                 "classification": {"majorClass": "!", "subclass": ""}, "colour": "red",
                 "reason": {"code": "no"}, "occurredAt": "yesterday"}""".formatted("x".repeat(4001), "b".repeat(64)));

        assertThat(read).isEmpty();
        assertThat(violations.found().stream().map(v -> v.pointer() + " " + v.rule()))
                .containsExactlyInAnyOrder(
                        "/colour UNKNOWN_FIELD",
                        "/source NOT_ONE_OF",
                        "/kind MISSING",
                        "/description TOO_LONG",
                        "/location/point/latitude OUT_OF_RANGE",
                        "/location/point/longitude WRONG_TYPE",
                        "/assetId WRONG_TYPE",
                        "/evidence/0/attachment NOT_KNOWN",
                        "/evidence/1/more UNKNOWN_FIELD",
                        "/evidence/1/attachment MISSING",
                        "/evidence/1/stage NOT_ONE_OF",
                        "/classification/subclass MALFORMED",
                        "/reason MALFORMED",
                        "/occurredAt MALFORMED");
    }

    @Test
    void a_location_without_any_place_is_a_fault_of_the_location() {
        read(CaseCommandName.REGISTER_REPORT, "{\"source\": \"PUBLIC\", \"kind\": \"EVENT\", \"location\": {}}");

        assertThat(violations.found()).extracting(Violation::pointer).containsExactly("/location");
    }

    @Test
    void a_local_datum_is_not_understood() {
        read(CaseCommandName.REGISTER_REPORT, REPORT.replace("GCJ02", "LOCAL"));

        assertThat(violations.found()).extracting(Violation::pointer).containsExactly("/location/point");
    }

    @Test
    void a_point_that_its_datum_shifts_over_a_pole_is_a_fault_of_the_point() {
        read(
                CaseCommandName.REGISTER_REPORT,
                REPORT.replace("31.2304", "-90").replace("121.4737", "-180").replace("GCJ02", "BD09"));

        assertThat(violations.found()).extracting(Violation::pointer).containsExactly("/location/point");
    }

    @Test
    void too_much_evidence_is_refused_as_too_much() {
        var piece = "{\"attachment\": \"%s\", \"stage\": \"BEFORE\"}".formatted(STORED);
        read(CaseCommandName.FILE_OVERDUE_APPEAL, "{\"evidence\": [%s]}".formatted((piece + ",").repeat(20) + piece));

        assertThat(violations.found())
                .extracting(Violation::pointer, Violation::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/evidence", FaultRule.TOO_MANY));
    }

    @Test
    void a_correction_tells_exactly_one_thing_anew() {
        read(CaseCommandName.CORRECT_DATA, "{\"publicText\": \"a\", \"source\": \"PUBLIC\"}");
        read(CaseCommandName.CORRECT_DATA, "{}");

        assertThat(violations.found())
                .extracting(Violation::rule)
                .containsOnly(FaultRule.MALFORMED)
                .hasSize(2);
    }

    @Test
    void a_number_of_absurd_size_is_refused_without_being_written_out() {
        read(CaseCommandName.REGISTER_REPORT, REPORT.replace("31.2304", "1e999999"));

        assertThat(violations.found()).extracting(Violation::rule).containsExactly(FaultRule.WRONG_TYPE);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_but_an_object_is_read(CaseCommandName command) {
        if (RequestForm.isForPersons(command)) {
            assertThat(read(command, "[]")).isEmpty();
            assertThat(violations.found()).extracting(Violation::rule).containsExactly(FaultRule.WRONG_TYPE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_field_is_a_fault_of_every_command(CaseCommandName command) {
        if (RequestForm.isForPersons(command)) {
            assertThat(read(command, "{\"nothing\": 1}")).isEmpty();
            assertThat(violations.found())
                    .extracting(v -> v.pointer() + " " + v.rule())
                    .contains("/nothing UNKNOWN_FIELD");
        }
    }

    @Test
    void bodies_of_one_meaning_have_one_form() {
        assertThat(canonical("{\"b\": [1.0, true, null], \"a\": \"\\u00e9\"}"))
                .isEqualTo(canonical("{ \"a\":\"é\",\"b\":[1e0,true,null] }"));
        assertThat(canonical("{\"a\": [1, 2]}")).isNotEqualTo(canonical("{\"a\": [2, 1]}"));
        assertThat(canonical("{\"a\": \"1\"}")).isNotEqualTo(canonical("{\"a\": 1}"));
    }

    private List<Record> read(CaseCommandName command, String body) {
        Predicate<Sha256> isStored = sha -> sha.value().equals(STORED);
        var types = List.<Class<? extends Record>>of(RequestForms.of(command).type(), About.class);
        return new RequestReader(violations, isStored).read(RequestBodies.tree(body.getBytes(UTF_8)), "", types);
    }

    private static String canonical(String json) {
        return new String(RequestBodies.canonical(RequestBodies.tree(json.getBytes(UTF_8))), UTF_8);
    }
}
