package casetrail.command.people.http;

import casetrail.command.people.PersonCommand.RequestRoleGrant;
import casetrail.edge.problem.FaultRule;
import casetrail.edge.problem.Violations;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.GrantId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients send about persons, before it is understood. */
final class PeopleRequests {

    /** The most persons one answer lists. */
    static final int LIST_MAX = 500;

    private PeopleRequests() {}

    /** Opens an account. */
    record Registration(@Nullable String account, @Nullable String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Registration[%s]".formatted(account);
        }
    }

    /** Sets another password; the owner proves it with the current one. */
    record NewPassword(@Nullable String password, @Nullable String currentPassword) {

        /** Never shows a password. */
        @Override
        public String toString() {
            return "NewPassword[...]";
        }
    }

    /** Names a grant. */
    record NamedGrant(@Nullable String grant) {}

    /** Asks for a grant. */
    record WantedGrant(
            @Nullable String role,
            @Nullable String unit,
            @Nullable String from,
            @Nullable String until) {

        /** The command; every fault is told at once. */
        RequestRoleGrant command(PersonId person, GrantId grant, Instant now) {
            var violations = new Violations();
            var known = knownRole(violations, "/role", role);
            var forUnit = violations.optional("/unit", unit, UnitCode::new);
            var begin = violations.optional("/from", from, WantedGrant::moment);
            var end = violations.optional("/until", until, WantedGrant::moment);
            violations.refuseIfAny();
            if (known == null) {
                throw violations.refusal();
            }
            return new RequestRoleGrant(person, grant, known, forUnit, begin == null ? now : begin, end);
        }

        private static Instant moment(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("not a moment like 2026-03-01T08:00:00Z", e);
            }
        }
    }

    /** The role of that name; a fault is noted if there is no name, or no such role that an account may hold. */
    static @Nullable Role knownRole(Violations violations, String pointer, @Nullable String name) {
        if (name == null) {
            violations.add(pointer, FaultRule.MISSING);
            return null;
        }
        var roles = Arrays.stream(Role.values()).filter(Role::canLogIn).toList();
        var found = roles.stream().filter(r -> r.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            var known = roles.stream().map(Role::name).collect(Collectors.joining(", "));
            violations.add(pointer, FaultRule.NOT_ONE_OF, Map.of("value", name, "known", known));
        }
        return found.orElse(null);
    }

    /** The person to go on after, if there is one; faults of the page asked for are noted. */
    static @Nullable PersonId page(Violations violations, @Nullable String after, int limit) {
        if (limit < 1 || limit > LIST_MAX) {
            violations.add("query:limit", FaultRule.OUT_OF_RANGE, Map.of("value", limit, "min", 1, "max", LIST_MAX));
        }
        return violations.optional("query:after", after, PersonId::new);
    }
}
