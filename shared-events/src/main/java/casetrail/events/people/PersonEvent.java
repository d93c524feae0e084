package casetrail.events.people;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a person's standing in the system. Names of persons are not kept. */
public sealed interface PersonEvent {

    PersonId person();

    /** The person is known under a pseudonym. */
    record PersonRegistered(PersonId person) implements PersonEvent {}

    /** The person may log in under a name. */
    record AccountOpened(PersonId person, AccountName account) implements PersonEvent {}

    /** The account logs in no more; its tokens have ended. */
    record AccountClosed(PersonId person, AccountName account) implements PersonEvent {}

    /** A new password was set; its hash is not in the log. Earlier tokens have ended. */
    record CredentialChanged(PersonId person, AccountName account) implements PersonEvent {}

    /** An administrator asked that a role be granted. */
    record RoleGrantRequested(
            PersonId person,
            GrantId grant,
            Role role,
            @Nullable UnitCode unit,
            Instant from,
            @Nullable Instant until) implements PersonEvent {}

    /** A second administrator did not agree. */
    record RoleGrantRejected(PersonId person, GrantId grant) implements PersonEvent {}

    /** The person holds a role, for a unit if there is one, from a moment until another (exclusive) or until revoked. */
    record RoleGranted(
            PersonId person,
            GrantId grant,
            Role role,
            @Nullable UnitCode unit,
            Instant from,
            @Nullable Instant until) implements PersonEvent {}

    /** The grant has ended; tokens and open feeds that lived by it end too. */
    record GrantRevoked(PersonId person, GrantId grant) implements PersonEvent {}
}
