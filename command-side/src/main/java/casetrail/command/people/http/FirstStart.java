package casetrail.command.people.http;

import casetrail.command.people.PersonIds;
import casetrail.command.people.PersonOutcome;
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

    /** Makes the first administrator if there is none. Begun and interrupted, it is done again, with another password. */
    public Optional<FirstAdministrator> ensureAdministrator() {
        if (directory.countHolding(Role.ADMIN, clock.instant()) > 0) {
            return Optional.empty();
        }
        var password = newPassword();
        var person = PersonIds.of(ADMINISTRATOR);
        if (directory.knows(person)) {
            done(accounts.changePassword(Actor.SYSTEM, Channel.SYSTEM, person, ADMINISTRATOR, password));
        } else {
            done(accounts.register(Actor.SYSTEM, Channel.SYSTEM, ADMINISTRATOR, password));
        }
        done(accounts.grant(Actor.SYSTEM, Channel.SYSTEM, person, Role.ADMIN, null));
        return Optional.of(new FirstAdministrator(ADMINISTRATOR, password));
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

    private static void done(PersonOutcome outcome) {
        if (outcome instanceof PersonOutcome.Refused(var refusal)) {
            throw new IllegalStateException("the first administrator could not be made: " + refusal.code());
        }
    }
}
