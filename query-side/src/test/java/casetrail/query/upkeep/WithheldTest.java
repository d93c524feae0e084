package casetrail.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.edge.identity.Asker;
import casetrail.edge.identity.Session;
import casetrail.edge.identity.Standing;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseEvent;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.views.ViewName;
import casetrail.query.MemoryLog;
import casetrail.query.Samples;
import casetrail.query.logfeed.RestrictedCases;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.rebuild.EquivalenceReport.Difference;
import casetrail.views.rebuild.EquivalenceReport.Sample;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Parked;
import casetrail.views.upkeep.ViewState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithheldTest {

    private static final StreamId RESTRICTED = new StreamId("case-restricted");
    private static final StreamId ORDINARY = new StreamId("case-ordinary");
    private static final String SAYS = "\"a dispute between neighbours\"";

    private final MemoryLog log = new MemoryLog();

    @BeforeEach
    void restrict() {
        log.append(
                RESTRICTED,
                Samples.NOON,
                Samples.envelope(Samples.actor(Role.SHIFT_LEADER, null), Samples.NOON),
                Samples.of(CaseEvent.VisibilityRestricted.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "ANALYST"})
    void what_a_restricted_case_says_is_in_no_report_for_who_may_not_know_of_it(Role role) {
        var samples = samples(from(role).of(state()));

        assertThat(samples).extracting(Sample::stream).containsExactly(RESTRICTED, ORDINARY);
        assertThat(samples.getFirst().fields())
                .containsExactly(new Difference("/a", "withheld", "withheld"), new Difference("/b", null, "withheld"));
        assertThat(samples.getLast().fields()).isEqualTo(fields());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "SUPERVISOR"})
    void who_may_know_of_every_case_reads_all_of_it(Role role) {
        assertThat(from(role).of(state())).isEqualTo(state());
        assertThat(from(role).error(parked(RESTRICTED))).isEqualTo("IllegalStateException: " + SAYS);
    }

    @Test
    void of_an_error_the_kind_is_told_but_not_the_words() {
        var withheld = from(Role.ADMIN);

        assertThat(withheld.error(parked(RESTRICTED))).isEqualTo("IllegalStateException: withheld");
        assertThat(withheld.error(parked(ORDINARY))).isEqualTo("IllegalStateException: " + SAYS);
        assertThat(withheld.error(parked(RESTRICTED).waiting())).isNull();
    }

    private Withheld from(Role role) {
        var asker = new Asker(
                new PersonId("person-1"),
                new AccountName("account-1"),
                List.of(new Standing(new GrantId("grant-1"), role, null)),
                new Session("basic", null, 0, null));
        return Withheld.from(asker, new RestrictedCases(log));
    }

    private static Parked parked(StreamId stream) {
        return new Parked(stream, 3, 7, "IllegalStateException: " + SAYS, null);
    }

    private static List<Difference> fields() {
        return List.of(new Difference("/a", SAYS, SAYS), new Difference("/b", null, SAYS));
    }

    private static ViewState state() {
        var report = new EquivalenceReport(
                1,
                2,
                Samples.NOON,
                2,
                0,
                2,
                0,
                0,
                0,
                List.of(new Sample(RESTRICTED, fields()), new Sample(ORDINARY, fields())));
        return new ViewState(
                new ViewName("case-list"),
                1,
                1,
                false,
                List.of(new ViewState.Version(2, 1, Phase.FOLLOWING, 8L, 0L, 0, 16, null, null, report)));
    }

    private static List<Sample> samples(ViewState state) {
        return Objects.requireNonNull(state.versions().getFirst().report()).samples();
    }
}
