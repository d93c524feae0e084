package casetrail.command.access.http;

import casetrail.command.access.RecordAccess;
import casetrail.edge.identity.AccessRecord;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Standing;
import casetrail.events.Actor;
import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.access.AccessEvent;
import casetrail.events.access.AccessEvent.LoggedIn;
import casetrail.events.access.AccessEvent.LoginFailed;
import casetrail.events.access.AccessEvent.TokensEnded;
import casetrail.events.log.LogUnavailable;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends who came in, and who did not, to the access streams. Failures are appended in the background: who guesses shall not learn how long that takes. */
public final class RecordedLogins implements AccessRecord, AutoCloseable {

    /** How many failed logins may wait to be appended; the throttle lets through far fewer. */
    static final int WAITING_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(RecordedLogins.class);

    private final RecordAccess access;
    private final Directory directory;
    private final InstantSource clock;
    private final Supplier<String> correlations;
    private final String jurisdiction;
    private final ThreadPoolExecutor background =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), work -> {
                var thread = new Thread(work, "casetrail-failed-logins");
                thread.setDaemon(true);
                return thread;
            });

    public RecordedLogins(
            RecordAccess access,
            Directory directory,
            InstantSource clock,
            Supplier<String> correlations,
            String jurisdiction) {
        this.access = access;
        this.directory = directory;
        this.clock = clock;
        this.correlations = correlations;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public void loggedIn(PersonId person, AccountName account) {
        access.record(new LoggedIn(account), envelope(person));
    }

    @Override
    public void loginFailed(@Nullable PersonId person, @Nullable AccountName account) {
        var event = new LoginFailed(account);
        var envelope = envelope(person);
        try {
            background.execute(() -> append(event, envelope));
        } catch (RejectedExecutionException e) {
            LOG.error("a failed login is not on record: {} wait already", WAITING_MAX);
        }
    }

    private void append(AccessEvent event, Envelope envelope) {
        try {
            access.record(event, envelope);
        } catch (LogUnavailable e) {
            LOG.error("a failed login is not on record: {}", e.getMessage());
        }
    }

    @Override
    public void tokensEnded(PersonId person, AccountName account, String cause) {
        access.record(new TokensEnded(account, cause), envelope(person));
    }

    /** Who logs in does not act in a role yet; the envelope names the first that is held. */
    private Envelope envelope(@Nullable PersonId person) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Envelope(
                person == null ? Actor.SYSTEM : actor(person, now),
                Channel.WEB,
                null,
                now,
                Assurance.FIRST_HAND,
                List.of(),
                new TreeMap<>(),
                jurisdiction,
                null,
                correlations.get(),
                null);
    }

    private Actor actor(PersonId person, Instant now) {
        var role = directory.standings(person, now).stream()
                .map(Standing::role)
                .findFirst()
                .orElse(Role.CITIZEN);
        return new Actor(person, role, null, null);
    }

    @Override
    public void close() {
        background.shutdown();
    }
}
