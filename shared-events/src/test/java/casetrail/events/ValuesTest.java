package casetrail.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casetrail.events.cases.Classification;
import casetrail.events.cases.Datum;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Limit;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Location;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Values refuse what must not be stored, and say what is wrong with it. */
class ValuesTest {

    @Test
    void identifiers_refuse_other_forms_and_show_what_came() {
        refusesAll(PersonId::new, "", "person-", "Person-1", "person-" + "a".repeat(41), "person-a b", "person-ä");
        refusesAll(UnitCode::new, "", "u-roads", "U ROADS", "-U", "U".repeat(41));
        refusesAll(GridCode::new, "", "G 1", "-1", "G".repeat(41));
        refusesAll(AccountName::new, "", "a", "Admin", "1abc", "a".repeat(41));
        refusesAll(GrantId::new, "", "grant-", "grant-" + "a".repeat(41), "g-1");
        refusesAll(StreamId::new, "", "case", "case-", "CASE-1", "case-" + "a".repeat(80), "case-a/b");
        refusesAll(Sha256::new, "", "ab", "AB".repeat(32), "ab".repeat(33));
    }

    @Test
    void a_message_shows_a_bounded_part_of_a_refused_value_without_control_characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitCode("x\n" + "y".repeat(5_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).doesNotContain("\n"));
    }

    @Test
    void texts_are_neither_blank_nor_too_long_nor_full_of_control_characters() {
        refuses("note is blank", () -> Bounded.text("note", " \t ", 10));
        refuses("note has 11 characters, at most 10 are allowed", () -> Bounded.text("note", "a".repeat(11), 10));
        refuses("note holds control characters", () -> Bounded.text("note", "a\u0000b", 10));
        assertThat(Bounded.text("note", "两行\n文字", 10)).isEqualTo("两行\n文字");
    }

    @Test
    void the_family_of_a_stream_is_what_stands_before_the_hyphen() {
        assertThat(new StreamId("access-2026-11-20.a").family()).isEqualTo("access");
    }

    @Test
    void a_location_is_a_point_or_an_address_or_an_address_id() {
        refuses("a location needs", () -> new Location(null, null, null, null, null, null));
        refuses("together", () -> new Location(BigDecimal.ONE, null, null, null, "street", null));
        refuses("latitude 91 is not in -90 to 90", () -> point("91", "0"));
        refuses("longitude -181 is not in -180 to 180", () -> point("0", "-181"));
        assertThat(point("26.0810004999", "119.5").latitude()).isEqualTo(new BigDecimal("26.081000"));
    }

    @Test
    void a_placement_is_a_grid_with_its_version_or_unlocated() {
        refuses("a grid with its version, or unlocated", () -> new GridPlacement(new GridCode("G1"), null, false));
        refuses("a grid with its version, or unlocated", () -> new GridPlacement(new GridCode("G1"), 1, true));
        refuses("grid version 0 is below 1", () -> GridPlacement.in(new GridCode("G1"), 0));
    }

    @Test
    void limits_and_codes_have_bounds() {
        refuses("limit 0 is not in 1 to 100000", () -> new Limit(0, LimitUnit.MINUTE));
        refuses("not a class code: 'a b'", () -> new Classification("01", "a b"));
        refuses("not a reason code: 'wrong'", () -> new Reason("wrong", null));
        refuses("not an idempotency key", () -> new RequestKey("c", "a b", new Sha256("0".repeat(64))));
    }

    @Test
    void a_sealed_value_is_neither_empty_nor_without_a_subject() {
        refuses("subject or field malformed", () -> new Sealed("nobody", Purpose.CONTACT, "phone", "AAEC"));
        refuses("ciphertext empty or too long", () -> new Sealed("case-1", Purpose.CONTACT, "phone", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sealed("case-1", Purpose.CONTACT, "phone", "not base64!"));
    }

    @Test
    void a_deed_belongs_to_the_doer_and_to_whom_it_was_done_for() {
        var lead = new PersonId("person-lead");
        var deputy = new PersonId("person-deputy");
        var actor = new Actor(deputy, Role.DEPT_LEAD, new UnitCode("U-1"), lead);
        assertThat(actor.persons()).containsExactlyInAnyOrder(lead, deputy);
        assertThat(actor.sharesPersonWith(Set.of(lead))).isTrue();
        assertThat(actor.sharesPersonWith(Set.of(new PersonId("person-other")))).isFalse();
    }

    @Test
    void only_timers_cannot_log_in_and_only_field_notes_and_imports_may_claim_an_earlier_time() {
        assertThat(List.of(Role.values())).filteredOn(r -> !r.canLogIn()).containsExactly(Role.SYSTEM);
        assertThat(List.of(Channel.values()))
                .filteredOn(Channel::mayBackdate)
                .containsExactly(Channel.OFFLINE, Channel.IMPORT);
    }

    private static Location point(String latitude, String longitude) {
        return new Location(new BigDecimal(latitude), new BigDecimal(longitude), Datum.WGS84, "raw", null, null);
    }

    private static void refusesAll(Function<String, Object> make, String... values) {
        for (var value : values) {
            assertThatIllegalArgumentException().as(value).isThrownBy(() -> make.apply(value));
        }
    }

    private static void refuses(String message, ThrowingCallable code) {
        assertThatIllegalArgumentException().isThrownBy(code).withMessageContaining(message);
    }
}
