package casetrail.command.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.Actor;
import casetrail.events.Axis;
import casetrail.events.Role;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.CaseTransitions;
import casetrail.events.cases.Transition;
import casetrail.events.refusals.RefusalCode;
import casetrail.rules.clocks.ElapsedHours;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every command, generated from the table of the life-cycle. */
class LifeCycleTableTest {

    private static final Set<CaseCommandName> BEGINNING =
            Set.of(CaseCommandName.REGISTER_REPORT, CaseCommandName.RECORD_ON_SITE_RESOLUTION);

    /** Rows that do not always bring about all of their events. */
    private static final Set<CaseCommandName> SOMETIMES_FEWER =
            Set.of(CaseCommandName.RETURN_ASSIGNMENT, CaseCommandName.REPORT_COMPLETION, CaseCommandName.REVIEW_APPEAL);

    record Pair(CaseStatus status, CaseCommandName command) {

        Transition row() {
            return CaseTransitions.of(command);
        }
    }

    static List<Pair> pairs() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(s -> Arrays.stream(CaseCommandName.values()).map(c -> new Pair(s, c)))
                .toList();
    }

    static Stream<Pair> legal() {
        return pairs().stream().filter(p -> p.row().from().contains(p.status()));
    }

    static Stream<Pair> illegal() {
        return pairs().stream().filter(p -> !p.row().from().contains(p.status()));
    }

    @Test
    void there_are_14_states_and_54_commands() {
        assertThat(pairs()).hasSize(14 * 54);
        assertThat(CaseTransitions.ALL).hasSize(54);
    }

    @ParameterizedTest
    @MethodSource("legal")
    void a_legal_command_is_accepted_and_does_what_its_row_says(Pair pair) {
        var story = Stories.ready(pair.status(), pair.command());
        assertThat(story.state().status()).isEqualTo(pair.status());
        int before = story.events().size();
        Stories.did(story, Stories.whoAsks(pair.command()), pair.command());
        var happened = story.events().stream()
                .skip(before)
                .<Class<? extends CaseEvent>>map(e -> e.event().getClass())
                .toList();
        if (SOMETIMES_FEWER.contains(pair.command())) {
            assertThat(happened).isNotEmpty().isSubsetOf(pair.row().events());
        } else {
            assertThat(happened).isEqualTo(pair.row().events());
        }
        assertThat(story.state().status()).isIn(targets(pair));
    }

    private static Set<CaseStatus> targets(Pair pair) {
        return switch (pair.row().target()) {
            case Transition.Target.To to -> Set.of(to.status());
            case Transition.Target.MaybeTo to -> Set.of(to.status(), pair.status());
            case Transition.Target.Unchanged u -> Set.of(pair.status());
            case Transition.Target.AsBeforeSuspension s -> Set.of(CaseStatus.IN_PROGRESS);
        };
    }

    @Test
    void every_kind_of_event_is_brought_about_by_some_command() {
        var happened = legal().flatMap(pair -> Stories.did(
                        Stories.ready(pair.status(), pair.command()), Stories.whoAsks(pair.command()), pair.command())
                        .events()
                        .stream())
                .map(e -> e.event().getClass())
                .collect(Collectors.toSet());
        // These need a second return, and the end of an appeal; DecisionsTest brings them about.
        assertThat(CaseEvent.class.getPermittedSubclasses())
                .filteredOn(kind -> !happened.contains(kind))
                .containsExactlyInAnyOrder(
                        CaseEvent.ResponsibilityDisputeOpened.class,
                        CaseEvent.OverdueExempted.class,
                        CaseEvent.OverdueAppealRejected.class);
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void an_illegal_command_is_refused_and_says_what_is_allowed_instead(Pair pair) {
        var story = Stories.in(pair.status());
        var who = Stories.whoAsks(pair.command());
        var refusal = story.refused(who, Asks.of(pair.command(), story.now()), RefusalCode.ILLEGAL_TRANSITION);
        assertThat(refusal.facts()).containsEntry("state", pair.status().name());
        assertThat(refusal.allowed())
                .doesNotContain(pair.command())
                .isEqualTo(CaseRules.allowed(story.state(), who, story.now(), story.policy(), ElapsedHours.PROFILE));
    }

    @ParameterizedTest
    @EnumSource
    void without_a_case_only_a_report_is_possible(CaseCommandName command) {
        var story = new Story();
        var order = story.order(Stories.whoAsks(command), Asks.of(command, story.now()));
        if (BEGINNING.contains(command)) {
            assertThat(story.ask(order)).isInstanceOf(Decision.Accepted.class);
        } else {
            story.refused(order, RefusalCode.NOT_FOUND);
        }
    }

    @Test
    void an_archived_case_allows_nobody_anything() {
        var story = Stories.in(CaseStatus.ARCHIVED);
        for (var actor : Cast.ALL) {
            assertThat(CaseRules.allowed(story.state(), actor, story.now(), story.policy(), ElapsedHours.PROFILE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("legal")
    void every_role_outside_the_row_is_refused(Pair pair) {
        var story = Stories.ready(pair.status(), pair.command());
        for (var role : Role.values()) {
            var actor = Cast.actor("somebody", role, Cast.WATER);
            var decision = story.ask(actor, Asks.of(pair.command(), story.now()));
            // To whom may not even know of the case, there is none.
            boolean forbidden = decision instanceof Decision.Refused r
                    && Set.of(RefusalCode.FORBIDDEN_ROLE, RefusalCode.NOT_FOUND)
                            .contains(r.refusal().code())
                    && !r.refusal().allowed().contains(pair.command());
            assertThat(forbidden)
                    .as("%s in %s by %s: %s", pair.command(), pair.status(), role, decision)
                    .isEqualTo(!pair.row().roles().contains(role));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTER_REPORT", "RECORD_ON_SITE_RESOLUTION"})
    void every_role_outside_the_row_is_refused_a_new_case_too(CaseCommandName command) {
        for (var role : Role.values()) {
            var decision = new Story().ask(Cast.actor("somebody", role, null), Asks.of(command, Story.START));
            assertThat(decision instanceof Decision.Accepted)
                    .as("%s by %s: %s", command, role, decision)
                    .isEqualTo(CaseTransitions.of(command).roles().contains(role));
        }
    }

    @Test
    void the_administrator_and_the_auditor_may_do_nothing_with_cases() {
        var never = CaseTransitions.ALL.stream()
                .flatMap(row -> row.roles().stream())
                .collect(Collectors.toSet());
        assertThat(never).doesNotContain(Role.ADMIN, Role.AUDITOR, Role.ANALYST);
    }

    @ParameterizedTest
    @MethodSource("legal")
    void another_unit_on_the_disposal_axis_is_refused_where_the_row_says_own(Pair pair) {
        if (!pair.row().ownUnit()) {
            return;
        }
        var story = Stories.ready(pair.status(), pair.command());
        pair.row().roles().stream()
                .filter(role -> role.axis() == Axis.DISPOSAL)
                .flatMap(
                        role -> Stream.of(Cast.actor("stranger", role, Cast.ROADS), Cast.actor("stranger", role, null)))
                .forEach(stranger -> assertThat(
                                story.refused(stranger, Asks.of(pair.command(), story.now()), RefusalCode.NOT_OWN_UNIT)
                                        .facts())
                        .containsEntry("unit", "WATER"));
    }

    @ParameterizedTest
    @MethodSource("legal")
    void a_reason_is_asked_for_exactly_where_the_row_says_so(Pair pair) {
        var story = Stories.ready(pair.status(), pair.command());
        var order = unreasoned(story.order(Stories.whoAsks(pair.command()), Asks.of(pair.command(), story.now())));
        var decision = story.ask(order);
        boolean asked = decision instanceof Decision.Refused r && r.refusal().code() == RefusalCode.REASON_REQUIRED;
        assertThat(asked).as("%s", decision).isEqualTo(pair.row().reasonRequired());
    }

    /** What is allowed is what would not be refused for state, role, unit or person. */
    @ParameterizedTest
    @EnumSource
    void allowed_commands_are_neither_too_many_nor_too_few(CaseStatus status) {
        var story = Stories.in(status);
        for (var actor : Cast.ALL) {
            var allowed = new HashSet<>(
                    CaseRules.allowed(story.state(), actor, story.now(), story.policy(), ElapsedHours.PROFILE));
            for (var name : CaseCommandName.values()) {
                var decision = story.ask(actor, Asks.of(name, story.now()));
                if (decision instanceof Decision.Accepted) {
                    assertThat(allowed).as("%s by %s", name, actor).contains(name);
                }
                if (isOutOfTheQuestion(decision)) {
                    assertThat(allowed).as("%s by %s", name, actor).doesNotContain(name);
                }
            }
        }
    }

    private static boolean isOutOfTheQuestion(Decision decision) {
        return decision instanceof Decision.Refused r
                && Set.of(
                                RefusalCode.ILLEGAL_TRANSITION,
                                RefusalCode.FORBIDDEN_ROLE,
                                RefusalCode.NOT_OWN_UNIT,
                                RefusalCode.SECOND_PERSON_REQUIRED)
                        .contains(r.refusal().code());
    }

    @Test
    void what_a_dispatched_case_allows_its_people() {
        var story = Stories.in(CaseStatus.DISPATCHED);
        assertThat(allowed(story, Cast.LEAD))
                .containsExactly(
                        CaseCommandName.ACCEPT_ASSIGNMENT,
                        CaseCommandName.RETURN_ASSIGNMENT,
                        CaseCommandName.REQUEST_EXTENSION,
                        CaseCommandName.REQUEST_SUSPENSION,
                        CaseCommandName.LINK_DELIBERATION);
        assertThat(allowed(story, Cast.ROADS_LEAD)).containsExactly(CaseCommandName.LINK_DELIBERATION);
        assertThat(allowed(story, Cast.HANDLER)).isEmpty();
        assertThat(allowed(story, Cast.ADMIN)).isEmpty();
        assertThat(allowed(story, Cast.CITIZEN)).isEmpty();
    }

    private static List<CaseCommandName> allowed(Story story, Actor actor) {
        return CaseRules.allowed(story.state(), actor, story.now(), story.policy(), ElapsedHours.PROFILE);
    }

    private static CaseOrder unreasoned(CaseOrder order) {
        var c = order.circumstances();
        return Story.claimed(order, c.channel(), null, c.occurredAt());
    }
}
