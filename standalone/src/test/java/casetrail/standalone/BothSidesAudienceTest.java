package casetrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import casetrail.command.cases.CaseState;
import casetrail.command.cases.CaseVisibility;
import casetrail.command.cases.CaseWalk;
import casetrail.command.cases.Cast;
import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseAudience;
import casetrail.events.cases.CaseEvent;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.ReadingRights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever may give orders about a case may read it and the other way round: for every role, unit and person. */
class BothSidesAudienceTest {

    private static final boolean FULL = Boolean.getBoolean("casetrail.full");
    private static final int CASES = FULL ? 2_000 : 100;
    private static final long SEED = Long.getLong("casetrail.seed", 20_261_123L);
    private static final PersonId STRANGER = new PersonId("person-stranger");

    @Test
    void both_sides_let_the_same_people_know_of_a_case() {
        var walk = new CaseWalk(SEED);
        int asked = 0;
        int hidden = 0;
        for (int i = 0; i < CASES; i++) {
            var story = walk.story();
            while (walk.story().equals(story)) {
                walk.step();
            }
            var state = story.state();
            var file = fold(story.events());
            for (var actor : everybody()) {
                boolean orders = CaseVisibility.mayKnow(state, actor);
                boolean reads = ReadingRights.of(file, reader(actor)).visible();
                assertThat(reads)
                        .as(
                                "%s, restricted: %s, seed %d",
                                actor, state.overlays().restricted(), SEED)
                        .isEqualTo(orders)
                        .isEqualTo(bySpecification(state, actor));
                asked++;
                hidden += orders ? 0 : 1;
            }
        }
        System.err.printf(
                "BothSidesAudienceTest: %,d cases (%s size), %,d questions, %,d hidden, seed %d%n",
                CASES, FULL ? "full" : "small", asked, hidden, SEED);
        assertThat(hidden).isBetween(asked / 50, asked);
    }

    /** Said once more in other words, so that both sides being wrong together is found too. */
    private static boolean bySpecification(CaseState state, Actor actor) {
        boolean involved = state.people().contains(actor.person());
        var audience = CaseAudience.of(actor.role());
        if (audience == CaseAudience.EVERY_CASE || involved) {
            return true;
        }
        boolean own =
                actor.unit() != null && actor.unit().equals(state.handling().unit());
        return audience == CaseAudience.ORDINARY_CASES
                && (own || !state.overlays().restricted());
    }

    private static CaseFile fold(List<Recorded<CaseEvent>> events) {
        @Nullable CaseFile file = null;
        for (var event : events) {
            file = CaseFile.after(file, event);
        }
        return Objects.requireNonNull(file);
    }

    private static List<Actor> everybody() {
        var people =
                new ArrayList<>(Cast.ALL.stream().map(Actor::person).distinct().toList());
        people.add(STRANGER);
        var all = new ArrayList<Actor>();
        for (var person : people) {
            Arrays.stream(Role.values()).forEach(role -> units().forEach(unit -> all.add(actor(person, role, unit))));
        }
        return all;
    }

    /** No unit, and all those that cases of the walk go to. */
    private static List<@Nullable UnitCode> units() {
        return Arrays.asList(null, Cast.WATER, Cast.ROADS);
    }

    private static Actor actor(PersonId person, Role role, @Nullable UnitCode unit) {
        return new Actor(person, role, unit, null);
    }

    private static ReadingRights.Reader reader(Actor actor) {
        return new ReadingRights.Reader(actor.person(), actor.role(), actor.unit());
    }
}
