package casetrail.edge.identity;

import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import casetrail.events.people.GrantId;
import casetrail.events.people.PersonEvent;
import casetrail.events.people.PersonEvent.AccountClosed;
import casetrail.events.people.PersonEvent.AccountOpened;
import casetrail.events.people.PersonEvent.CredentialChanged;
import casetrail.events.people.PersonEvent.GrantRevoked;
import casetrail.events.people.PersonEvent.PersonRegistered;
import casetrail.events.people.PersonEvent.RoleGrantRejected;
import casetrail.events.people.PersonEvent.RoleGrantRequested;
import casetrail.events.people.PersonEvent.RoleGranted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every person, account and grant: the fold of the {@code person} streams. An immutable value. */
record Persons(Shelves<PersonId, Persons.Person> byId, Shelves<AccountName, PersonId> byAccount) {

    static final Persons NONE = new Persons(Shelves.empty(), Shelves.empty());

    /** A grant that stands, within its time. */
    record Held(
            GrantId grant,
            Role role,
            @Nullable UnitCode unit,
            Instant from,
            @Nullable Instant until) {

        boolean at(Instant moment) {
            return !moment.isBefore(from) && (until == null || moment.isBefore(until));
        }

        Standing standing() {
            return new Standing(grant, role, unit);
        }
    }

    /** One person as a directory needs to know it. */
    record Person(PersonId id, Optional<Account> account, List<Held> grants) {

        private Person ending(long position) {
            return new Person(id, account.map(a -> new Account(a.name(), a.person(), a.open(), position)), grants);
        }
    }

    static Persons after(Persons before, Recorded<?> recorded) {
        if (!(recorded.event() instanceof PersonEvent event)) {
            throw new IllegalStateException("a stream of a person holds %s"
                    .formatted(recorded.event().getClass().getSimpleName()));
        }
        long position = recorded.position();
        return switch (event) {
            case PersonRegistered e ->
                new Persons(
                        before.byId.with(e.person(), new Person(e.person(), Optional.empty(), List.of())),
                        before.byAccount);
            case AccountOpened e -> before.opened(e.person(), e.account(), position);
            case AccountClosed e ->
                before.with(
                        e.person(),
                        p -> new Person(
                                p.id(),
                                Optional.of(new Account(e.account(), e.person(), false, position)),
                                p.grants()));
            case CredentialChanged e -> before.with(e.person(), p -> p.ending(position));
            case RoleGrantRequested e -> before;
            case RoleGrantRejected e -> before;
            case RoleGranted e ->
                before.with(
                        e.person(),
                        p -> new Person(
                                p.id(),
                                p.account(),
                                Stream.concat(
                                                p.grants().stream(),
                                                Stream.of(new Held(e.grant(), e.role(), e.unit(), e.from(), e.until())))
                                        .toList()));
            case GrantRevoked e ->
                before.with(
                        e.person(),
                        p -> new Person(
                                        p.id(),
                                        p.account(),
                                        p.grants().stream()
                                                .filter(g -> !g.grant().equals(e.grant()))
                                                .toList())
                                .ending(position));
        };
    }

    private Persons opened(PersonId id, AccountName name, long position) {
        return with(id, p -> new Person(p.id(), Optional.of(new Account(name, id, true, position)), p.grants()))
                .naming(name, id);
    }

    private Persons naming(AccountName name, PersonId id) {
        return new Persons(byId, byAccount.with(name, id));
    }

    private Persons with(PersonId id, UnaryOperator<Person> change) {
        var person = byId.get(id).orElseThrow(() -> new IllegalStateException("%s was never registered".formatted(id)));
        return new Persons(byId.with(id, change.apply(person)), byAccount);
    }

    Optional<Account> account(AccountName name) {
        return byAccount.get(name).flatMap(byId::get).flatMap(Person::account);
    }

    List<Standing> standings(PersonId id, Instant at) {
        return held(id, at).map(Held::standing).toList();
    }

    Set<UnitCode> unitsOf(PersonId id, Role role, Instant at) {
        return held(id, at)
                .filter(g -> g.role() == role)
                .flatMap(g -> Stream.ofNullable(g.unit()))
                .collect(Collectors.toUnmodifiableSet());
    }

    int countHolding(Role role, Instant at) {
        return (int) holding(role, null, at).count();
    }

    int countLasting(Role role, Instant at) {
        return (int) holding(g -> g.role() == role && g.until() == null, at).count();
    }

    /** Who can log in and holds the role at the moment, in the order of their ids; of one unit, or of whatever unit if null. */
    Stream<Account> holding(Role role, @Nullable UnitCode unit, Instant at) {
        return holding(g -> g.role() == role && (unit == null || unit.equals(g.unit())), at);
    }

    private Stream<Account> holding(Predicate<Held> wanted, Instant at) {
        return byId.values()
                .filter(p -> held(p.id(), at).anyMatch(wanted))
                .sorted(Comparator.comparing(p -> p.id().value()))
                .flatMap(p -> p.account().stream())
                .filter(Account::open);
    }

    private Stream<Held> held(PersonId id, Instant at) {
        return byId.get(id).stream().flatMap(p -> p.grants().stream()).filter(g -> g.at(at));
    }
}
