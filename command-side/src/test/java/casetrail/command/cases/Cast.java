package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The persons of all tests. Two of most kinds, because half of the rules are about who may not be the same. */
public final class Cast implements Standings {

    public static final UnitCode CENTRE = new UnitCode("CENTRE");
    public static final UnitCode WATER = new UnitCode("WATER");
    public static final UnitCode ROADS = new UnitCode("ROADS");
    public static final UnitCode EAST = new UnitCode("COMM-EAST");

    public static final Actor REPORTER = actor("reporter", Role.GRID_MEMBER, EAST);
    public static final Actor COLLECTOR = actor("collector", Role.GRID_MEMBER, EAST);
    public static final Actor OTHER_COLLECTOR = actor("collector-2", Role.GRID_MEMBER, EAST);
    public static final Actor CITIZEN = actor("citizen", Role.CITIZEN, null);
    public static final Actor ACCEPTOR = actor("acceptor", Role.ACCEPTOR, CENTRE);
    public static final Actor SHIFT_LEADER = actor("shift", Role.SHIFT_LEADER, CENTRE);
    public static final Actor OTHER_SHIFT_LEADER = actor("shift-2", Role.SHIFT_LEADER, CENTRE);
    public static final Actor DISPATCHER = actor("dispatcher", Role.DISPATCHER, CENTRE);
    public static final Actor LEAD = actor("lead", Role.DEPT_LEAD, WATER);
    public static final Actor OTHER_LEAD = actor("lead-2", Role.DEPT_LEAD, WATER);
    public static final Actor ROADS_LEAD = actor("roads-lead", Role.DEPT_LEAD, ROADS);
    public static final Actor HANDLER = actor("handler", Role.HANDLER, WATER);
    public static final Actor OTHER_HANDLER = actor("handler-2", Role.HANDLER, WATER);
    public static final Actor ROADS_HANDLER = actor("roads-handler", Role.HANDLER, ROADS);
    public static final Actor STREET_LEAD = actor("street", Role.STREET_LEAD, EAST);
    public static final Actor COMMUNITY_LEAD = actor("community", Role.COMMUNITY_LEAD, EAST);
    public static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR, CENTRE);
    public static final Actor EVALUATOR = actor("evaluator", Role.EVALUATOR, CENTRE);
    public static final Actor AUDITOR = actor("auditor", Role.AUDITOR, null);
    public static final Actor ANALYST = actor("analyst", Role.ANALYST, null);
    public static final Actor PRIVACY_OFFICER = actor("privacy", Role.PRIVACY_OFFICER, null);
    public static final Actor RECORDS_OFFICER = actor("records", Role.RECORDS_OFFICER, null);
    public static final Actor ADMIN = actor("admin", Role.ADMIN, null);
    public static final Actor SYSTEM = Actor.SYSTEM;

    /** One person who is both a field worker and a grid member. */
    public static final Actor BOTH = actor("both", Role.HANDLER, WATER);

    public static final Actor BOTH_COLLECTING = actor("both", Role.GRID_MEMBER, EAST);

    public static final List<Actor> ALL = List.of(
            REPORTER,
            COLLECTOR,
            OTHER_COLLECTOR,
            CITIZEN,
            ACCEPTOR,
            SHIFT_LEADER,
            OTHER_SHIFT_LEADER,
            DISPATCHER,
            LEAD,
            OTHER_LEAD,
            ROADS_LEAD,
            HANDLER,
            OTHER_HANDLER,
            ROADS_HANDLER,
            STREET_LEAD,
            COMMUNITY_LEAD,
            SUPERVISOR,
            EVALUATOR,
            AUDITOR,
            ANALYST,
            PRIVACY_OFFICER,
            RECORDS_OFFICER,
            ADMIN,
            SYSTEM,
            BOTH,
            BOTH_COLLECTING);

    /** They hold what they act as above, for ever. */
    public static final Cast STANDINGS = new Cast();

    private Cast() {}

    public static Actor actor(String name, Role role, @Nullable UnitCode unit) {
        return new Actor(new PersonId("person-" + name), role, unit, null);
    }

    /** The same person, acting as somebody else may. */
    public static Actor as(Actor who, Role role, @Nullable UnitCode unit) {
        return new Actor(who.person(), role, unit, who.onBehalfOf());
    }

    /** The same deed, done for somebody. */
    public static Actor onBehalfOf(Actor who, Actor principal) {
        return new Actor(who.person(), who.role(), who.unit(), principal.person());
    }

    @Override
    public boolean holds(PersonId person, Role role, Instant at) {
        return ALL.stream().anyMatch(a -> a.person().equals(person) && a.role() == role);
    }

    @Override
    public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
        return ALL.stream()
                .filter(a -> a.person().equals(person) && a.role() == role)
                .map(Actor::unit)
                .filter(u -> u != null)
                .collect(Collectors.toSet());
    }
}
