package casetrail.command.people.http;

import casetrail.command.people.People;
import casetrail.command.people.PersonCommand;
import casetrail.command.people.PersonDecision;
import casetrail.command.people.PersonIds;
import casetrail.command.people.PersonOrder;
import casetrail.command.people.PersonOutcome;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Passwords;
import casetrail.edge.identity.TokenBook;
import casetrail.edge.state.Credentials;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders about persons together with what they mean for credentials and tokens, which lie outside the log. Safe for many threads. */
public final class Accounts {

    /** How long an answer waits until this process itself has taken notice. */
    private static final Duration DIRECTORY_PATIENCE = Duration.ofSeconds(2);

    private final People people;
    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final TokenBook tokens;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * For one process.
     *
     * @param ids gives short ids that nobody had before
     */
    public Accounts(
            People people,
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            TokenBook tokens,
            InstantSource clock,
            Supplier<String> ids) {
        this.people = people;
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
        this.ids = ids;
    }

    /** Registers the owner of an account and sets its password; the owner's id follows from the account's name. */
    public PersonOutcome register(Actor actor, Channel channel, AccountName account, String password) {
        var hash = passwords.hash(password);
        var outcome = obey(actor, channel, new PersonCommand.RegisterPerson(PersonIds.of(account), account));
        // Only whoever won the name sets its password. A crash in between leaves an account that nobody can enter yet.
        if (outcome instanceof PersonOutcome.Done) {
            credentials.set(account, hash);
        }
        return outcome;
    }

    /** Registers a person who does not log in. */
    public PersonOutcome registerWithoutAccount(Actor actor, Channel channel, PersonId person) {
        return obey(actor, channel, new PersonCommand.RegisterPerson(person, null));
    }

    /**
     * Sets another password. The hash is changed before the event says so: a proof by the old password that slips in between is void as
     * soon as the event is read, whereas the other way round it would stay good.
     */
    public PersonOutcome changePassword(
            Actor actor, Channel channel, PersonId person, AccountName account, String password) {
        var order = order(actor, channel, new PersonCommand.ChangePassword(person));
        if (people.consider(order) instanceof PersonDecision.Accepted) {
            credentials.set(account, passwords.hash(password));
        }
        return finished(people.obey(order), account);
    }

    /** Asks that a role be granted from now on, under a new grant id. */
    public PersonOutcome grant(Actor actor, Channel channel, PersonId person, Role role, @Nullable UnitCode unit) {
        return obey(
                actor,
                channel,
                new PersonCommand.RequestRoleGrant(person, newGrant(), role, unit, clock.instant(), null));
    }

    /** Closes the account, ends every grant, and makes the old password worthless. */
    public PersonOutcome close(Actor actor, Channel channel, PersonId person) {
        var outcome = obey(actor, channel, new PersonCommand.CloseAccount(person));
        if (outcome instanceof PersonOutcome.Done done && done.state().account() != null) {
            credentials.remove(done.state().account());
            tokens.sweep(done.state().account());
        }
        return outcome;
    }

    /** Any other order; the answer waits until this process's directory knows. */
    public PersonOutcome obey(Actor actor, Channel channel, PersonCommand command) {
        return finished(people.obey(order(actor, channel, command)), null);
    }

    GrantId newGrant() {
        return new GrantId("grant-" + ids.get());
    }

    private PersonOrder order(Actor actor, Channel channel, PersonCommand command) {
        var now = clock.instant();
        return new PersonOrder(
                command,
                actor,
                channel,
                now,
                directory.countHolding(Role.ADMIN, now),
                directory.countLasting(Role.ADMIN, now),
                ids.get());
    }

    private PersonOutcome finished(PersonOutcome outcome, @Nullable AccountName ended) {
        if (outcome instanceof PersonOutcome.Done done) {
            directory.awaitPosition(done.position(), DIRECTORY_PATIENCE);
            if (ended != null) {
                tokens.sweep(ended);
            }
        }
        return outcome;
    }
}
