package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.log.EventLog;
import casetrail.events.people.AccountName;
import casetrail.events.wire.StoredEvents;
import casetrail.views.Followed;
import casetrail.views.LiveFold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The directory as a fold in memory that follows the log. */
public final class FoldedDirectory implements Directory, AutoCloseable {

    private final LiveFold<Persons> fold;

    public FoldedDirectory(EventLog log, StoredEvents stored) {
        this.fold = LiveFold.follow(Followed.family("person", Persons.NONE, Persons::after), log, stored);
    }

    @Override
    public Optional<Account> account(AccountName name) {
        return fold.value().account(name);
    }

    @Override
    public boolean knows(PersonId person) {
        return fold.value().byId().get(person).isPresent();
    }

    @Override
    public List<Standing> standings(PersonId person, Instant at) {
        return fold.value().standings(person, at);
    }

    @Override
    public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
        return fold.value().unitsOf(person, role, at);
    }

    @Override
    public int countHolding(Role role, Instant at) {
        return fold.value().countHolding(role, at);
    }

    @Override
    public int countLasting(Role role, Instant at) {
        return fold.value().countLasting(role, at);
    }

    /** Persons in the order of their ids, from the one after a given one on. */
    public List<PersonId> persons(@Nullable PersonId after, int max) {
        return fold.value()
                .byId()
                .values()
                .map(Persons.Person::id)
                .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(PersonId::value))
                .limit(max)
                .toList();
    }

    /**
     * Who can log in and holds a role at a moment, in the order of their ids, from the one after a given one on.
     *
     * @param unit for which it is held; null for whatever unit
     */
    public List<Account> holding(Role role, @Nullable UnitCode unit, Instant at, @Nullable PersonId after, int max) {
        return fold.value()
                .holding(role, unit, at)
                .filter(a -> after == null || a.person().value().compareTo(after.value()) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public boolean awaitPosition(long position, Duration atMost) {
        return fold.awaitPosition(position, atMost);
    }

    /** Waits until all that the log holds now is counted in. */
    public boolean catchUp(Duration atMost) {
        return fold.catchUp(atMost);
    }

    /** What stopped it, if anything did. */
    public Optional<Throwable> stoppedBy() {
        return fold.stoppedBy();
    }

    @Override
    public void close() {
        fold.close();
    }
}
