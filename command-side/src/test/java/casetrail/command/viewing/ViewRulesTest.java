package casetrail.command.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.viewing.ViewCommand.CutOver;
import casetrail.command.viewing.ViewCommand.DropVersion;
import casetrail.command.viewing.ViewCommand.EvictParked;
import casetrail.command.viewing.ViewCommand.Rebuild;
import casetrail.command.viewing.ViewCommand.RetryParked;
import casetrail.command.viewing.ViewCommand.RollBack;
import casetrail.command.viewing.ViewFacts.Compared;
import casetrail.command.viewing.ViewFacts.Version;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.refusals.RefusalCode;
import casetrail.events.views.ViewEvent;
import casetrail.events.views.ViewName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewRulesTest {

    private static final ViewName VIEW = new ViewName("case-list");
    private static final StreamId STREAM = new StreamId("case-1");
    private static final Version WHOLE = new Version(true, null, 0, false, false);
    private static final Version SAME = new Version(true, new Compared(10, 0), 0, false, false);
    private static final Version DIFFERENT = new Version(true, new Compared(10, 3), 0, false, false);
    private static final Version ONCE_READ = new Version(true, null, 0, true, false);
    private static final Version TORN = new Version(false, null, 0, false, false);

    private static final List<ViewCommand> ALL = List.of(
            new Rebuild(VIEW),
            new CutOver(VIEW, 2, false),
            new RollBack(VIEW, 1),
            new DropVersion(VIEW, 2),
            new RetryParked(VIEW, 1, STREAM, 3),
            new EvictParked(VIEW, 1, STREAM, 3));

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_an_administrator_decides_about_views(Role role) {
        for (var command : ALL) {
            assertThat(refusal(ViewRules.decide(command, facts(Map.of(1, WHOLE, 2, SAME), 1), role, true)))
                    .as(command.name())
                    .isEqualTo(RefusalCode.FORBIDDEN_ROLE);
        }
    }

    @Test
    void a_view_that_nothing_was_built_of_does_not_exist() {
        for (var command : ALL) {
            assertThat(refusal(ViewRules.decide(command, new ViewFacts(Map.of(), null, null, 1), Role.ADMIN, true)))
                    .as(command.name())
                    .isEqualTo(RefusalCode.NOT_FOUND);
        }
    }

    @Test
    void what_takes_something_away_needs_a_reason() {
        for (var command : ALL) {
            var decision = ViewRules.decide(command, facts(Map.of(1, WHOLE, 2, SAME), 1), Role.ADMIN, false);
            boolean refused =
                    decision instanceof ViewDecision.Refused r && r.refusal().code() == RefusalCode.REASON_REQUIRED;
            assertThat(refused).as(command.name()).isEqualTo(command.needsReason());
        }
    }

    @Test
    void no_more_versions_are_built_than_may_stand_beside_each_other() {
        var four = Map.of(1, WHOLE, 2, SAME, 3, SAME, 4, DIFFERENT);
        var five = Map.of(1, WHOLE, 2, SAME, 3, SAME, 4, DIFFERENT, 5, SAME);

        assertThat(event(decide(new Rebuild(VIEW), four, 1))).isInstanceOf(ViewEvent.ViewRebuildOrdered.class);
        assertThat(refusal(decide(new Rebuild(VIEW), five, 1))).isEqualTo(RefusalCode.TOO_MANY_VERSIONS);
    }

    @Test
    void a_rebuild_gets_a_number_that_no_version_had() {
        assertThat(event(decide(new Rebuild(VIEW), Map.of(1, WHOLE), 1)))
                .isEqualTo(new ViewEvent.ViewRebuildOrdered(VIEW, 7));
    }

    @Test
    void nothing_is_built_while_something_is_being_built() {
        assertThat(refusal(decide(new Rebuild(VIEW), Map.of(1, WHOLE, 2, TORN), 1)))
                .isEqualTo(RefusalCode.ALREADY_SO);
    }

    @Test
    void nothing_is_ordered_while_an_order_waits_to_be_begun() {
        assertThat(refusal(ViewRules.decide(
                        new Rebuild(VIEW), new ViewFacts(Map.of(1, WHOLE), 1, 2, 3), Role.ADMIN, false)))
                .isEqualTo(RefusalCode.ALREADY_SO);
    }

    @Test
    void a_version_that_has_stopped_following_since_it_was_compared_is_not_the_same_any_more() {
        var behind = new Version(true, new Compared(10, 0), ViewRules.BEHIND_MAX + 1, false, false);
        var beside = new Version(true, new Compared(10, 0), ViewRules.BEHIND_MAX, false, false);

        assertThat(refusal(decide(new CutOver(VIEW, 2, false), Map.of(1, WHOLE, 2, behind), 1)))
                .isEqualTo(RefusalCode.VERSIONS_DIFFER);
        assertThat(refusal(decide(new RollBack(VIEW, 2), Map.of(1, WHOLE, 2, behind), 1)))
                .isEqualTo(RefusalCode.VERSIONS_DIFFER);
        assertThat(event(decide(new CutOver(VIEW, 2, true), Map.of(1, WHOLE, 2, behind), 1)))
                .isEqualTo(new ViewEvent.ViewCutOver(VIEW, 1, 2, 10, 0));
        assertThat(event(decide(new CutOver(VIEW, 2, false), Map.of(1, WHOLE, 2, beside), 1)))
                .isEqualTo(new ViewEvent.ViewCutOver(VIEW, 1, 2, 10, 0));
    }

    @Test
    void a_roll_back_is_no_way_around_the_comparison() {
        for (var version : List.of(DIFFERENT, WHOLE)) {
            assertThat(refusal(decide(new RollBack(VIEW, 2), Map.of(1, WHOLE, 2, version), 1)))
                    .isEqualTo(RefusalCode.VERSIONS_DIFFER);
        }
        assertThat(event(decide(new RollBack(VIEW, 2), Map.of(1, WHOLE, 2, SAME), 1)))
                .isEqualTo(new ViewEvent.ViewRolledBack(VIEW, 1, 2));
    }

    @Test
    void a_version_that_holds_the_same_is_cut_over_to_with_the_figures() {
        assertThat(event(decide(new CutOver(VIEW, 2, false), Map.of(1, WHOLE, 2, SAME), 1)))
                .isEqualTo(new ViewEvent.ViewCutOver(VIEW, 1, 2, 10, 0));
    }

    @Test
    void a_version_that_differs_or_was_not_compared_is_cut_over_to_only_if_that_is_accepted() {
        for (var version : List.of(DIFFERENT, WHOLE)) {
            assertThat(refusal(decide(new CutOver(VIEW, 2, false), Map.of(1, WHOLE, 2, version), 1)))
                    .isEqualTo(RefusalCode.VERSIONS_DIFFER);
        }
        assertThat(event(decide(new CutOver(VIEW, 2, true), Map.of(1, WHOLE, 2, DIFFERENT), 1)))
                .isEqualTo(new ViewEvent.ViewCutOver(VIEW, 1, 2, 10, 3));
        assertThat(event(decide(new CutOver(VIEW, 2, true), Map.of(1, WHOLE, 2, WHOLE), 1)))
                .isEqualTo(new ViewEvent.ViewCutOver(VIEW, 1, 2, 0, 0));
    }

    @Test
    void a_torn_or_missing_version_is_never_read() {
        for (var command : List.of(new CutOver(VIEW, 2, true), new RollBack(VIEW, 2))) {
            assertThat(refusal(decide(command, Map.of(1, WHOLE, 2, TORN), 1))).isEqualTo(RefusalCode.VERSION_NOT_WHOLE);
            assertThat(refusal(decide(command, Map.of(1, WHOLE), 1))).isEqualTo(RefusalCode.VERSION_NOT_WHOLE);
        }
    }

    @Test
    void the_version_that_is_read_is_not_read_once_more_and_not_dropped() {
        assertThat(refusal(decide(new CutOver(VIEW, 1, true), Map.of(1, SAME), 1)))
                .isEqualTo(RefusalCode.ALREADY_SO);
        assertThat(refusal(decide(new RollBack(VIEW, 1), Map.of(1, SAME), 1))).isEqualTo(RefusalCode.ALREADY_SO);
        assertThat(refusal(decide(new DropVersion(VIEW, 1), Map.of(1, SAME, 2, SAME), 1)))
                .isEqualTo(RefusalCode.VERSION_IN_USE);
    }

    @Test
    void an_earlier_version_is_read_again_and_another_one_dropped() {
        assertThat(event(decide(new RollBack(VIEW, 1), Map.of(1, ONCE_READ, 2, SAME), 2)))
                .isEqualTo(new ViewEvent.ViewRolledBack(VIEW, 2, 1));
        assertThat(event(decide(new DropVersion(VIEW, 2), Map.of(1, WHOLE, 2, TORN), 1)))
                .isEqualTo(new ViewEvent.ViewVersionDropped(VIEW, 2));
        assertThat(refusal(decide(new DropVersion(VIEW, 3), Map.of(1, WHOLE), 1)))
                .isEqualTo(RefusalCode.NOT_FOUND);
    }

    @Test
    void only_the_first_parked_event_of_a_stream_is_tended() {
        var parked = new Version(true, null, 0, true, true);
        assertThat(event(decide(new RetryParked(VIEW, 1, STREAM, 3), Map.of(1, parked), 1)))
                .isEqualTo(new ViewEvent.ParkedEventRetried(VIEW, 1, STREAM, 3));
        assertThat(event(decide(new EvictParked(VIEW, 1, STREAM, 3), Map.of(1, parked), 1)))
                .isEqualTo(new ViewEvent.ParkedEventEvicted(VIEW, 1, STREAM, 3));
        for (var command : List.of(new RetryParked(VIEW, 1, STREAM, 3), new EvictParked(VIEW, 1, STREAM, 3))) {
            assertThat(refusal(decide(command, Map.of(1, WHOLE), 1))).isEqualTo(RefusalCode.NOT_FOUND);
        }
    }

    private static ViewFacts facts(Map<Integer, Version> versions, int active) {
        return new ViewFacts(versions, active, null, 7);
    }

    private static ViewDecision decide(ViewCommand command, Map<Integer, Version> versions, int active) {
        return ViewRules.decide(command, facts(versions, active), Role.ADMIN, true);
    }

    private static ViewEvent event(ViewDecision decision) {
        assertThat(decision).isInstanceOf(ViewDecision.Happens.class);
        return ((ViewDecision.Happens) decision).event();
    }

    private static RefusalCode refusal(ViewDecision decision) {
        assertThat(decision).isInstanceOf(ViewDecision.Refused.class);
        return ((ViewDecision.Refused) decision).refusal().code();
    }
}
