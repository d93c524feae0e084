package casetrail.command.people;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked about a person's standing. */
public sealed interface PersonCommand {

    PersonId person();

    /** Its name as it stands on record, for example {@code REQUEST_ROLE_GRANT}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The person becomes known; with an account if there is a name for one. */
    record RegisterPerson(PersonId person, @Nullable AccountName account) implements PersonCommand {}

    /** The password is another one from now on; its hash is kept elsewhere. */
    record ChangePassword(PersonId person) implements PersonCommand {}

    record RequestRoleGrant(
            PersonId person,
            GrantId grant,
            Role role,
            @Nullable UnitCode unit,
            Instant from,
            @Nullable Instant until) implements PersonCommand {}

    record ApproveRoleGrant(PersonId person, GrantId grant) implements PersonCommand {}

    record RejectRoleGrant(PersonId person, GrantId grant) implements PersonCommand {}

    record RevokeGrant(PersonId person, GrantId grant) implements PersonCommand {}

    /** The account logs in no more, and every grant ends. */
    record CloseAccount(PersonId person) implements PersonCommand {}
}
