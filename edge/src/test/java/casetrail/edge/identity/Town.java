package casetrail.edge.identity;

import casetrail.edge.engine.MovableClock;
import casetrail.edge.state.MemoryState;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent;
import casetrail.events.people.PersonEvent.AccountOpened;
import casetrail.events.people.PersonEvent.PersonRegistered;
import casetrail.events.people.PersonEvent.RoleGranted;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.InMemoryEventLog;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log with a few people in it, and all that recognises them, in as many processes as a test wants. */
final class Town implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String PASSWORD = "a long enough password";
    static final PersonId ALICE = new PersonId("person-alice");
    static final AccountName ACCOUNT = new AccountName("acceptor-1");

    final InMemoryEventLog log = new InMemoryEventLog();
    final MemoryState state = new MemoryState();
    final MovableClock clock = new MovableClock(Clock.systemUTC());
    final List<String> record = Collections.synchronizedList(new ArrayList<>());
    final Passwords passwords = new Passwords();
    private final List<FoldedDirectory> directories = new ArrayList<>();

    Town() {
        clock.standAt(NOON);
        log.append(new PersonRegistered(ALICE));
        log.append(new AccountOpened(ALICE, ACCOUNT));
        log.append(granted("grant-1", Role.ACCEPTOR, null));
        state.set(ACCOUNT, passwords.hash(PASSWORD));
    }

    static RoleGranted granted(String grant, Role role, @Nullable UnitCode unit) {
        return new RoleGranted(ALICE, new GrantId(grant), role, unit, NOON.minusSeconds(60), null);
    }

    /** What one process has. */
    record Node(FoldedDirectory directory, Logins logins, TokenBook tokens, Throttle throttle) {}

    Node process() {
        var directory = new FoldedDirectory(log, new StoredEvents(EventNames.CATALOGUE));
        directories.add(directory);
        directory.catchUp(Duration.ofSeconds(10));
        var throttle =
                new Throttle(() -> Duration.between(NOON, clock.instant()).toNanos());
        var proven = new ProvenPasswords(
                new byte[32], () -> Duration.between(NOON, clock.instant()).toNanos());
        var logins = new Logins(directory, state, passwords, proven, throttle, new Remembered(), clock);
        return new Node(
                directory,
                logins,
                new TokenBook(state, directory, clock, TokenBook.LIFE, new SecureRandom()),
                throttle);
    }

    /** Appends, and waits until the process has taken notice. */
    void happens(Node process, PersonEvent event) {
        process.directory().awaitPosition(log.append(event), Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        directories.forEach(FoldedDirectory::close);
    }

    private final class Remembered implements AccessRecord {

        @Override
        public void loggedIn(PersonId person, AccountName account) {
            record.add("in " + account);
        }

        @Override
        public void loginFailed(@Nullable PersonId person, @Nullable AccountName account) {
            record.add("failed " + account);
        }

        @Override
        public void tokensEnded(PersonId person, AccountName account, String cause) {
            record.add("ended " + account);
        }
    }
}
