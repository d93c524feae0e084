package casetrail.edge.identity;

import casetrail.edge.problem.RefusedException;
import casetrail.edge.state.Credentials;
import casetrail.events.Bounded;
import casetrail.events.people.AccountName;
import casetrail.events.refusals.RefusalCode;
import java.time.InstantSource;
import java.util.Optional;

/** Proves who is asking by account and password. Safe for many threads. */
public final class Logins {

    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final ProvenPasswords proven;
    private final Throttle throttle;
    private final AccessRecord record;
    private final InstantSource clock;

    Logins(
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            ProvenPasswords proven,
            Throttle throttle,
            AccessRecord record,
            InstantSource clock) {
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.proven = proven;
        this.throttle = throttle;
        this.record = record;
        this.clock = clock;
    }

    /**
     * The asker, for one request.
     *
     * @param address where it came from
     * @throws RefusedException if the password does not prove it, or too many failed before
     */
    Asker byPassword(String name, String password, String address) {
        var account = open(name);
        if (account.isPresent() && proven.proven(account.get(), password)) {
            return asker(account.get());
        }
        return asker(prove(name, account, password, address));
    }

    /**
     * The account whose password this is. Proven anew each time, and put on record.
     *
     * @throws RefusedException if the password does not prove it, or too many failed before
     */
    Account login(String name, String password, String address) {
        return prove(name, open(name), password, address);
    }

    /**
     * Proves once more that it is the asker who asks.
     *
     * @throws RefusedException if the password does not prove it, or too many failed before
     */
    public void confirm(Asker asker, String password, String address) {
        login(asker.account().value(), password, address);
    }

    /** The account's epoch was read before its hash is: a change in between voids the proof, never the other way round. */
    private Account prove(String typed, Optional<Account> found, String password, String address) {
        var name = Bounded.shown(typed);
        throttle.admit(name, address);
        var hash = found.flatMap(a -> credentials.hash(a.name()));
        boolean isProven = passwords.inTurn(() -> {
            // Once more: of many who guess at once all were let in above, before the first of them had failed.
            throttle.admit(name, address);
            boolean matches = passwords.proves(password, hash);
            if (!matches) {
                throttle.failed(name, address);
            }
            return matches;
        });
        if (!isProven) {
            record.loginFailed(
                    found.map(Account::person).orElse(null),
                    found.map(Account::name).orElse(null));
            throw new RefusedException(RefusalCode.NOT_AUTHENTICATED);
        }
        var account = found.orElseThrow();
        throttle.succeeded(name, address);
        record.loggedIn(account.person(), account.name());
        proven.remember(account, password);
        return account;
    }

    private Optional<Account> open(String name) {
        try {
            return directory.account(new AccountName(name)).filter(Account::open);
        } catch (IllegalArgumentException e) {
            // No account is called so; the attempt is counted and takes as long as any other.
            return Optional.empty();
        }
    }

    private Asker asker(Account account) {
        return new Asker(
                account.person(),
                account.name(),
                directory.standings(account.person(), clock.instant()),
                Session.basic(account.epoch()));
    }
}
