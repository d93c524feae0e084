package casetrail.standalone.imports;

import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the people of a foreign city, whom its file does not name: one pseudonym for each office, and for each unit a
 * coordinator and a field worker of its own. They have no accounts and cannot log in.
 *
 * @param city what the pseudonyms begin with, at most 8 letters
 */
record Cast(String city) {

    /** So that {@code person-import-<city>-handler-<unit>} stays within the bound of a pseudonym. */
    private static final int UNIT_MAX = 17;

    /** The code of a foreign unit: a prefix for the city, and its name as far as it fits. */
    static UnitCode unit(String prefix, String name) {
        return new UnitCode(prefix + "-" + ForeignText.code(name, UNIT_MAX).toUpperCase(Locale.ROOT));
    }

    Actor acceptor() {
        return actor("acceptor", Role.ACCEPTOR, null);
    }

    Actor shiftLeader() {
        return actor("shift-leader", Role.SHIFT_LEADER, null);
    }

    Actor dispatcher() {
        return actor("dispatcher", Role.DISPATCHER, null);
    }

    Actor lead(UnitCode unit) {
        return actor("lead-" + local(unit), Role.DEPT_LEAD, unit);
    }

    Actor handler(UnitCode unit) {
        return actor("handler-" + local(unit), Role.HANDLER, unit);
    }

    Actor closer() {
        return actor("closer", Role.ACCEPTOR, null);
    }

    private Actor actor(String office, Role role, @Nullable UnitCode unit) {
        return new Actor(new PersonId("person-import-" + city + "-" + office), role, unit, null);
    }

    private static String local(UnitCode unit) {
        var name = unit.value().substring(unit.value().indexOf('-') + 1);
        return name.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z-]", "-");
    }
}
