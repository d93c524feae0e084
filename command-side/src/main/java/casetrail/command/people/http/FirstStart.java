package casetrail.command.people.http;

import casetrail.command.people.PersonIds;
import casetrail.command.people.PersonOutcome;
import casetrail.edge.identity.Account;
import casetrail.edge.identity.Directory;
import casetrail.events.Actor;
import casetrail.events.Channel;
import casetrail.events.Role;
import casetrail.events.people.AccountName;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Sees to it that there is an administrator: the very first one is made by the system, with a password that is told once. */
public final class FirstStart {

    /** The account of the first administrator. */
    public static final AccountName ADMINISTRATOR = new AccountName("admin");

    /** Without letters and digits that look alike; 20 of them are 96 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** More closed administrators than any city will ever have. */
    private static final int NAMES_MAX = 1_000;

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    /** The first administrator; the password is nowhere else. */
    public record FirstAdministrator(AccountName account, String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "FirstAdministrator[%s]".formatted(account);
        }
    }

    private final Accounts accounts;
    private final Directory directory;
    private final InstantSource clock;
    private final SecureRandom random;

    public FirstStart(Accounts accounts, Directory directory, InstantSource clock, SecureRandom random) {
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes an administrator if there is none, under the first name that is free. Begun and interrupted, it is done again, with another
     * password.
     */
    public Optional<FirstAdministrator> ensureAdministrator() {
        if (directory.countHolding(Role.ADMIN, clock.instant()) > 0) {
            return Optional.empty();
        }
        for (int number = 1; number <= NAMES_MAX; number++) {
            var name = number == 1 ? ADMINISTRATOR : new AccountName(ADMINISTRATOR + "-" + number);
            var made = isFree(name) ? made(name) : Optional.<FirstAdministrator>empty();
            if (made.isPresent()) {
                return made;
            }
        }
        throw new IllegalStateException("%d names for an administrator are taken".formatted(NAMES_MAX));
    }

    /** Also the account of an interrupted start is, which holds nothing yet; a closed one opens for nobody. */
    private boolean isFree(AccountName name) {
        var person = PersonIds.of(name);
        return !directory.knows(person) || isUnused(name);
    }

    private boolean isUnused(AccountName name) {
        return directory.account(name).filter(Account::open).isPresent()
                && directory.standings(PersonIds.of(name), clock.instant()).isEmpty();
    }

    /** Empty if somebody else's orders about that account stand against it. */
    private Optional<FirstAdministrator> made(AccountName name) {
        var password = newPassword();
        var person = PersonIds.of(name);
        var entered = directory.knows(person)
                ? accounts.changePassword(Actor.SYSTEM, Channel.SYSTEM, person, name, password)
                : accounts.register(Actor.SYSTEM, Channel.SYSTEM, name, password);
        boolean done = entered instanceof PersonOutcome.Done
                && accounts.grant(Actor.SYSTEM, Channel.SYSTEM, person, Role.ADMIN, null) instanceof PersonOutcome.Done;
        return done ? Optional.of(new FirstAdministrator(name, password)) : Optional.empty();
    }

    private String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
