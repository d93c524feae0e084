package casetrail.standalone.demo;

import casetrail.command.people.People;
import casetrail.command.people.PersonCommand;
import casetrail.command.people.PersonOrder;
import casetrail.command.people.PersonOutcome;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Passwords;
import casetrail.edge.state.Credentials;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes the accounts of the demo city by the commands of every city: the system makes the first administrator, who makes the second,
 * and from then on one asks for every role and the other agrees. What is there already is left alone.
 */
final class DemoPeople {

    private static final Duration DIRECTORY_PATIENCE = Duration.ofSeconds(10);

    private final People people;
    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final InstantSource clock;

    DemoPeople(People people, Directory directory, Credentials credentials, Passwords passwords, InstantSource clock) {
        this.people = people;
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** All accounts, with one password; they are no secret, and hashing it once is quicker than fifty times. */
    void settle(Staff staff, String password) {
        var hash = passwords.hash(password);
        var first = staff.one("admin", 1);
        var second = staff.one("admin", 2);
        long last = 0;
        for (var one : staff.actors().entrySet()) {
            var account = one.getKey();
            var actor = one.getValue();
            var asker = actor.equals(first) ? Actor.SYSTEM : first;
            obey(asker, new PersonCommand.RegisterPerson(actor.person(), account));
            credentials.set(account, hash);
            var grant = grant(account);
            last = obey(
                    asker,
                    new PersonCommand.RequestRoleGrant(
                            actor.person(), grant, actor.role(), actor.unit(), clock.instant(), null));
            if (actor.role() == Role.ADMIN) {
                await(last); // so that it is counted when the next one is asked for
            } else {
                last = obey(second, new PersonCommand.ApproveRoleGrant(actor.person(), grant));
            }
        }
        await(last);
    }

    private static GrantId grant(AccountName account) {
        return new GrantId("grant-" + account.value().replaceAll("[^0-9A-Za-z-]", "-"));
    }

    private long obey(Actor actor, PersonCommand command) {
        var now = clock.instant();
        var order = new PersonOrder(
                command,
                actor,
                Channel.WEB,
                now,
                directory.countHolding(Role.ADMIN, now),
                directory.countLasting(Role.ADMIN, now),
                "demo-" + command.person());
        return switch (people.obey(order)) {
            case PersonOutcome.Done done -> done.position();
            case PersonOutcome.Refused(var refusal) -> {
                if (refusal.code() != RefusalCode.ALREADY_SO) {
                    throw new DemoStopped("%s about %s was refused: %s %s"
                            .formatted(command.name(), command.person(), refusal.code(), refusal.facts()));
                }
                yield 0;
            }
        };
    }

    private void await(long position) {
        if (!directory.awaitPosition(position, DIRECTORY_PATIENCE)) {
            throw new DemoStopped("the directory did not reach position %d".formatted(position));
        }
    }
}
