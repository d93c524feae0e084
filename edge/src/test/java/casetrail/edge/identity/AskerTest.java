package casetrail.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casetrail.edge.problem.RefusedException;
import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskerTest {

    private static final PersonId PERSON = new PersonId("person-1");
    private static final UnitCode ROADS = new UnitCode("ROADS");
    private static final UnitCode PARKS = new UnitCode("PARKS");

    private final Asker asker = new Asker(
            PERSON,
            new AccountName("account-1"),
            List.of(
                    standing(1, Role.ACCEPTOR, null),
                    standing(2, Role.HANDLER, ROADS),
                    standing(3, Role.HANDLER, PARKS)),
            Session.basic(0));

    @Test
    void the_first_standing_that_is_allowed_is_used() {
        assertThat(asker.actingAs(ActingWish.NONE, Set.of(Role.HANDLER)))
                .isEqualTo(new Actor(PERSON, Role.HANDLER, ROADS, null));
    }

    @Test
    void the_standing_wished_for_is_used_and_stands_for_somebody_else() {
        var behalf = new PersonId("person-2");
        assertThat(asker.actingAs(new ActingWish(Role.HANDLER, PARKS, behalf), Set.of(Role.HANDLER)))
                .isEqualTo(new Actor(PERSON, Role.HANDLER, PARKS, behalf));
    }

    @Test
    void a_role_that_is_not_allowed_is_used_if_wished_for_so_that_the_rules_refuse_it() {
        assertThat(asker.actingAs(new ActingWish(Role.ACCEPTOR, null, null), Set.of(Role.HANDLER))
                        .role())
                .isEqualTo(Role.ACCEPTOR);
    }

    @Test
    void without_an_allowed_role_the_first_one_is_used_so_that_the_rules_refuse_it() {
        assertThat(asker.actingAs(ActingWish.NONE, Set.of(Role.ADMIN)).role()).isEqualTo(Role.ACCEPTOR);
    }

    @Test
    void what_is_not_held_is_refused() {
        assertThatThrownBy(() -> asker.actingAs(new ActingWish(Role.ADMIN, null, null), Set.of(Role.ADMIN)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() ->
                        asker.actingAs(new ActingWish(Role.HANDLER, new UnitCode("WATER"), null), Set.of(Role.HANDLER)))
                .isInstanceOf(RefusedException.class);
    }

    private static Standing standing(int n, Role role, @Nullable UnitCode unit) {
        return new Standing(new GrantId("grant-" + n), role, unit);
    }
}
