package casetrail.query.casefile;

import static casetrail.query.casefile.CaseFileTest.fold;
import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseEvent;
import casetrail.query.Samples;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingRightsTest {

    private static final PersonId STRANGER = new PersonId("person-stranger");

    /** What each role reads of a case that is not restricted, without having acted on it: visible, free text, contact, pictures. */
    private static final String STRANGERS = """
            GRID_MEMBER       visible pictures
            CITIZEN
            ACCEPTOR          visible text contact pictures
            SHIFT_LEADER      visible text contact pictures
            DISPATCHER        visible text pictures
            DEPT_LEAD         visible pictures
            HANDLER           visible pictures
            STREET_LEAD       visible text pictures
            SUPERVISOR        visible text pictures
            EVALUATOR         visible pictures
            AUDITOR           visible
            PRIVACY_OFFICER   visible pictures
            RECORDS_OFFICER   visible
            ANALYST           visible
            COMMUNITY_LEAD    visible pictures
            ADMIN             visible
            SYSTEM            visible
            """;

    private static final List<Role> SEE_EVERY_RESTRICTED_CASE = List.of(
            Role.ACCEPTOR,
            Role.SHIFT_LEADER,
            Role.DISPATCHER,
            Role.STREET_LEAD,
            Role.SUPERVISOR,
            Role.EVALUATOR,
            Role.AUDITOR,
            Role.PRIVACY_OFFICER,
            Role.RECORDS_OFFICER,
            Role.SYSTEM);

    @ParameterizedTest
    @EnumSource
    void a_stranger_reads_what_the_table_says(Role role) {
        var rights = ReadingRights.of(aDispatchedCase(), reader(STRANGER, role, null));

        assertThat(told(rights)).isEqualTo(expected().get(role));
    }

    @ParameterizedTest
    @EnumSource
    void a_restricted_case_is_seen_by_few(Role role) {
        var rights = ReadingRights.of(aRestrictedCase(), reader(STRANGER, role, null));

        assertThat(rights.visible()).isEqualTo(SEE_EVERY_RESTRICTED_CASE.contains(role));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPT_LEAD", "HANDLER"})
    void the_holding_unit_reads_free_text_also_of_a_restricted_case(Role role) {
        var own = ReadingRights.of(aRestrictedCase(), reader(STRANGER, role, "U-ROADS"));
        var other = ReadingRights.of(aDispatchedCase(), reader(STRANGER, role, "U-WATER"));

        assertThat(own).isEqualTo(new ReadingRights(true, true, false, true));
        assertThat(other).isEqualTo(new ReadingRights(true, false, false, true));
    }

    @Test
    void who_acted_sees_the_case_though_it_is_restricted() {
        var actor = Samples.actor(Role.SHIFT_LEADER, null).person();

        assertThat(ReadingRights.of(aRestrictedCase(), reader(actor, Role.ACCEPTOR, null)))
                .isEqualTo(new ReadingRights(true, true, true, true));
        assertThat(ReadingRights.of(aRestrictedCase(), reader(actor, Role.ANALYST, null)))
                .isEqualTo(new ReadingRights(true, false, false, false));
    }

    @Test
    void a_reporter_sees_only_what_that_person_has_to_do_with_and_no_sealed_text() {
        var reporter = Samples.actor(Role.SHIFT_LEADER, null).person();

        assertThat(ReadingRights.of(aDispatchedCase(), reader(reporter, Role.CITIZEN, null)))
                .isEqualTo(new ReadingRights(true, false, false, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "ANALYST", "ADMIN", "RECORDS_OFFICER", "PRIVACY_OFFICER"})
    void some_roles_never_read_personal_data(Role role) {
        var actor = Samples.actor(Role.SHIFT_LEADER, null).person();

        var rights = ReadingRights.of(aDispatchedCase(), reader(actor, role, "U-ROADS"));

        assertThat(rights.freeText() || rights.contact()).isFalse();
    }

    @Test
    void rights_add_up_and_nobody_without_a_role_sees_anything() {
        var readers = List.of(reader(STRANGER, Role.ANALYST, null), reader(STRANGER, Role.DISPATCHER, null));

        assertThat(ReadingRights.of(aDispatchedCase(), readers)).isEqualTo(new ReadingRights(true, true, false, true));
        assertThat(ReadingRights.of(aDispatchedCase(), List.of())).isEqualTo(ReadingRights.NOTHING);
    }

    private static Map<Role, String> expected() {
        var table = new EnumMap<Role, String>(Role.class);
        STRANGERS.lines().map(String::strip).forEach(line -> {
            var words = line.split(" +", 2);
            table.put(Role.valueOf(words[0]), words.length == 1 ? "" : words[1]);
        });
        return table;
    }

    private static String told(ReadingRights rights) {
        return Arrays.stream(new String[] {
                    rights.visible() ? "visible" : "",
                    rights.freeText() ? "text" : "",
                    rights.contact() ? "contact" : "",
                    rights.pictures() ? "pictures" : ""
                })
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static ReadingRights.Reader reader(PersonId person, Role role, @Nullable String unit) {
        return new ReadingRights.Reader(person, role, unit == null ? null : new UnitCode(unit));
    }

    private static CaseFile aDispatchedCase() {
        return fold(Samples.of(CaseEvent.ReportRegistered.class), Samples.of(CaseEvent.CaseDispatched.class));
    }

    private static CaseFile aRestrictedCase() {
        return fold(
                Samples.of(CaseEvent.ReportRegistered.class),
                Samples.of(CaseEvent.CaseDispatched.class),
                Samples.of(CaseEvent.VisibilityRestricted.class));
    }
}
