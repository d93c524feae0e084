package casetrail.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseAudience;
import casetrail.events.cases.CaseEvent;
import casetrail.events.views.ViewName;
import casetrail.query.Samples;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFiles;
import casetrail.query.casefile.ReadingRights;
import casetrail.views.Condition;
import casetrail.views.DocumentForm;
import casetrail.views.Index;
import casetrail.views.Order;
import casetrail.views.Question;
import casetrail.views.Scope;
import casetrail.views.View;
import casetrail.views.ViewReader;
import casetrail.views.ViewVersion;
import casetrail.views.store.MemoryViewStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a view lets know of a case is whom the contract lets know of it. */
class KnownToTest {

    private static final PersonId INVOLVED = new PersonId("person-shift-leader-1");
    private static final PersonId STRANGER = new PersonId("person-stranger");
    private static final UnitCode OWN =
            Samples.of(CaseEvent.CaseDispatched.class).unit();
    private static final UnitCode OTHER = new UnitCode("U-OTHER");

    private static final View<CaseFile> FILES = new View<>(
            new ViewName("files"),
            1,
            "case",
            (before, event) -> CaseFile.after(before, CaseFiles.ofCase(event)),
            DocumentForm.of(CaseFile.class),
            KnownTo.fields(f -> f),
            List.of(Index.on("people")),
            KnownTo::condition);

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_knows_of_exactly_the_cases_that_the_contract_says(Role role) {
        for (boolean restricted : new boolean[] {false, true}) {
            for (boolean own : new boolean[] {false, true}) {
                for (boolean involved : new boolean[] {false, true}) {
                    var person = involved ? INVOLVED : STRANGER;
                    var unit = own ? OWN : OTHER;
                    var file = aCase(restricted);

                    boolean found = found(file, person, new Scope.Standing(role, unit));

                    assertThat(found)
                            .as("restricted %s, own unit %s, involved %s", restricted, own, involved)
                            .isEqualTo(CaseAudience.of(role).mayKnow(restricted, own, involved))
                            .isEqualTo(ReadingRights.of(file, new ReadingRights.Reader(person, role, unit))
                                    .visible());
                    assertThat(found(file, person, new Scope.Standing(role, null)))
                            .as("without a unit")
                            .isEqualTo(CaseAudience.of(role).mayKnow(restricted, false, involved));
                }
            }
        }
    }

    @Test
    void standings_add_up_but_a_unit_counts_only_with_the_role_it_is_held_for() {
        var restricted = aCase(true);
        var analyst = new Scope.Standing(Role.ANALYST, null);

        assertThat(found(restricted, STRANGER, analyst, new Scope.Standing(Role.CITIZEN, OWN)))
                .isFalse();
        assertThat(found(restricted, STRANGER, analyst, new Scope.Standing(Role.HANDLER, OWN)))
                .isTrue();
        assertThat(found(restricted, STRANGER, analyst, new Scope.Standing(Role.AUDITOR, null)))
                .isTrue();
    }

    @Test
    void every_two_standings_together_know_of_what_either_does() {
        for (var one : standings()) {
            for (var other : standings()) {
                for (boolean restricted : new boolean[] {false, true}) {
                    var file = aCase(restricted);
                    assertThat(found(file, STRANGER, one, other))
                            .as("%s, %s, restricted %s", one, other, restricted)
                            .isEqualTo(found(file, STRANGER, one) || found(file, STRANGER, other));
                }
            }
        }
    }

    @Test
    void whoever_holds_nothing_knows_of_nothing() {
        assertThat(found(aCase(false), INVOLVED)).isFalse();
    }

    private static List<Scope.Standing> standings() {
        return Stream.of(Role.values())
                .flatMap(role -> Stream.of(new Scope.Standing(role, OWN), new Scope.Standing(role, OTHER)))
                .toList();
    }

    private static boolean found(CaseFile file, PersonId person, Scope.Standing... standings) {
        var store = new MemoryViewStore();
        var version = new ViewVersion(FILES.name(), 1);
        store.create(version, 1, FILES.shape());
        var table = store.table(version, FILES.shape());
        table.fill(List.of(FILES.document(file.id().stream(), file.trace().version(), file)));
        table.finish(1);
        var reader = new ViewReader<>(FILES, () -> table);
        var scope = new Scope(person, List.of(standings), "test");
        var found = reader.find(scope, new Question(Condition.everything(), Order.BY_STREAM, null, 1));
        assertThat(reader.count(scope, Condition.everything())).isEqualTo(found.size());
        return !found.isEmpty();
    }

    private static CaseFile aCase(boolean restricted) {
        var events = new ArrayList<CaseEvent>();
        events.add(Samples.of(CaseEvent.ReportRegistered.class));
        events.add(Samples.of(CaseEvent.CaseDispatched.class));
        if (restricted) {
            events.add(Samples.of(CaseEvent.VisibilityRestricted.class));
        }
        @Nullable CaseFile file = null;
        for (int i = 0; i < events.size(); i++) {
            Recorded<CaseEvent> recorded = Samples.recorded(i, events.get(i));
            file = CaseFile.after(file, recorded);
        }
        return Objects.requireNonNull(file);
    }
}
