package casetrail.events.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Axis;
import casetrail.events.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseTransitionsTest {

    @Test
    void the_table_has_the_36_rows_of_the_trade_and_every_command_once() {
        var ids = CaseTransitions.ALL.stream().map(Transition::id).collect(Collectors.toSet());
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 36)
                        .mapToObj("T%02d"::formatted)
                        .toList());
        assertThat(CaseTransitions.ALL.stream().map(Transition::command))
                .containsExactlyInAnyOrder(CaseCommandName.values());
    }

    @Test
    void every_event_and_every_guard_has_a_place_in_it() {
        var events =
                CaseTransitions.ALL.stream().flatMap(t -> t.events().stream()).collect(Collectors.toSet());
        assertThat(events).hasSameElementsAs(Arrays.asList(events(CaseEvent.class.getPermittedSubclasses())));
        var guards =
                CaseTransitions.ALL.stream().flatMap(t -> t.guards().stream()).collect(Collectors.toSet());
        assertThat(guards).containsExactlyInAnyOrder(Guard.values());
    }

    @Test
    void an_archived_case_allows_nothing() {
        assertThat(CaseTransitions.ALL).noneMatch(t -> t.from().contains(CaseStatus.ARCHIVED));
    }

    @Test
    void an_administrator_gives_no_command_about_a_case() {
        assertThat(CaseTransitions.ALL).noneMatch(t -> t.roles().contains(Role.ADMIN));
    }

    @Test
    void who_disposes_neither_files_checks_nor_closes() {
        var closing = EnumSet.of(
                CaseCommandName.FILE_CASE,
                CaseCommandName.SUBMIT_VERIFICATION,
                CaseCommandName.SUBMIT_CHECK,
                CaseCommandName.CLOSE_CASE,
                CaseCommandName.REQUEST_FORCE_CLOSURE,
                CaseCommandName.FORCE_CLOSE);
        assertThat(closing)
                .allSatisfy(command -> assertThat(CaseTransitions.of(command).roles())
                        .noneMatch(role -> role.axis() == Axis.DISPOSAL));
    }

    @Test
    void who_works_in_a_unit_acts_only_on_its_own_cases() {
        assertThat(CaseTransitions.ALL.stream()
                        .filter(t -> t.roles().stream().anyMatch(r -> r.axis() == Axis.DISPOSAL))
                        .filter(t -> !t.ownUnit())
                        .map(Transition::command))
                .containsExactlyInAnyOrder(CaseCommandName.LINK_DELIBERATION, CaseCommandName.UNLINK_DELIBERATION);
    }

    @SuppressWarnings("unchecked") // permitted subclasses of a sealed type are subclasses of it
    private static Class<? extends CaseEvent>[] events(Class<?>[] classes) {
        return (Class<? extends CaseEvent>[]) Arrays.copyOf(classes, classes.length, Class[].class);
    }
}
