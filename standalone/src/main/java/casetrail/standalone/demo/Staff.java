package casetrail.standalone.demo;

import casetrail.command.people.PersonIds;
import casetrail.events.Actor;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who works in the made-up city. Accounts are named by role and number; nobody has a name. */
final class Staff {

    static final int GRID_MEMBERS = 10;
    static final int ACCEPTORS = 2;
    static final int SHIFT_LEADERS = 3;
    static final int DISPATCHERS = 2;
    private static final int HANDLERS = 2;

    private final Map<AccountName, Actor> actors = new LinkedHashMap<>();

    Staff(City city) {
        several("admin", 2, Role.ADMIN, null);
        several("acceptor", ACCEPTORS, Role.ACCEPTOR, null);
        several("shift-leader", SHIFT_LEADERS, Role.SHIFT_LEADER, null);
        several("dispatcher", DISPATCHERS, Role.DISPATCHER, null);
        several("grid-member", GRID_MEMBERS, Role.GRID_MEMBER, null);
        city.units().forEach(u -> {
            var name = u.code().value().toLowerCase(Locale.ROOT);
            several("lead-" + name, 1, Role.DEPT_LEAD, u.code());
            several("handler-" + name, HANDLERS, Role.HANDLER, u.code());
        });
        several("street-lead", city.streets().size(), Role.STREET_LEAD, null);
        several("community-lead", 1, Role.COMMUNITY_LEAD, null);
        several("supervisor", 1, Role.SUPERVISOR, null);
        several("evaluator", 1, Role.EVALUATOR, null);
        several("auditor", 1, Role.AUDITOR, null);
        several("analyst", 1, Role.ANALYST, null);
        several("privacy-officer", 1, Role.PRIVACY_OFFICER, null);
        several("records-officer", 1, Role.RECORDS_OFFICER, null);
    }

    private void several(String name, int count, Role role, @Nullable UnitCode unit) {
        for (int n = 1; n <= count; n++) {
            var account = new AccountName(name + "-" + n);
            actors.put(account, new Actor(PersonIds.of(account), role, unit, null));
        }
    }

    /** Every account with what its owner acts as, in the order in which they are made. */
    Map<AccountName, Actor> actors() {
        return Collections.unmodifiableMap(actors);
    }

    List<AccountName> accounts() {
        return new ArrayList<>(actors.keySet());
    }

    /** One of the people who have an office several times, for example the second acceptor. */
    Actor one(String office, int number) {
        var actor = actors.get(new AccountName(office + "-" + number));
        if (actor == null) {
            throw new IllegalArgumentException("the demo city has no %s-%d".formatted(office, number));
        }
        return actor;
    }

    Actor lead(UnitCode unit) {
        return one("lead-" + unit.value().toLowerCase(Locale.ROOT), 1);
    }

    Actor handler(UnitCode unit, int number) {
        return one("handler-" + unit.value().toLowerCase(Locale.ROOT), number);
    }
}
