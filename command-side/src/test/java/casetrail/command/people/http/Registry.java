package casetrail.command.people.http;

import casetrail.command.people.People;
import casetrail.command.people.PersonDecision;
import casetrail.command.people.PersonOrder;
import casetrail.command.people.PersonOutcome;
import casetrail.command.people.PersonRules;
import casetrail.command.people.PersonState;
import casetrail.command.people.PersonState.Grant;
import casetrail.command.people.PersonState.Phase;
import casetrail.edge.identity.Account;
import casetrail.edge.identity.Directory;
import casetrail.edge.identity.Standing;
import casetrail.edge.state.Credentials;
import casetrail.events.Assurance;
import casetrail.events.Envelope;
import casetrail.events.PersonId;
import casetrail.events.Recorded;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.people.AccountName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Persons in memory, by the same rules; and their directory and credentials. */
final class Registry implements People, Directory, Credentials {

    private final Map<PersonId, PersonState> states = new HashMap<>();
    private final Map<AccountName, String> hashes = new HashMap<>();

    @Override
    public PersonOutcome obey(PersonOrder order) {
        return switch (consider(order)) {
            case PersonDecision.Refused(var refusal) -> new PersonOutcome.Refused(refusal);
            case PersonDecision.Accepted(var events) -> {
                var person = order.command().person();
                var envelope = new Envelope(
                        order.actor(),
                        order.channel(),
                        null,
                        order.decidedAt(),
                        Assurance.FIRST_HAND,
                        List.of(),
                        new TreeMap<>(),
                        "test",
                        null,
                        "test",
                        null);
                var state = state(person);
                for (var event : events) {
                    state = PersonState.after(
                            state,
                            new Recorded<>(
                                    0,
                                    person.stream(),
                                    state.sequence() + 1,
                                    "id",
                                    order.decidedAt(),
                                    envelope,
                                    event));
                }
                states.put(person, state);
                yield new PersonOutcome.Done(person, state.sequence(), 0, state);
            }
        };
    }

    @Override
    public PersonDecision consider(PersonOrder order) {
        return PersonRules.decide(state(order.command().person()), order);
    }

    @Override
    public Optional<PersonState> find(PersonId person) {
        return Optional.ofNullable(states.get(person));
    }

    @Override
    public Optional<Account> account(AccountName name) {
        return states.values().stream()
                .filter(s -> name.equals(s.account()))
                .flatMap(s -> Stream.ofNullable(s.person()).map(id -> new Account(name, id, s.open(), 0)))
                .findFirst();
    }

    @Override
    public boolean knows(PersonId person) {
        return states.containsKey(person);
    }

    @Override
    public List<Standing> standings(PersonId person, Instant at) {
        return held(state(person), at)
                .map(g -> new Standing(g.id(), g.role(), g.unit()))
                .toList();
    }

    @Override
    public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
        return held(state(person), at)
                .filter(g -> g.role() == role)
                .flatMap(g -> Stream.ofNullable(g.unit()))
                .collect(Collectors.toSet());
    }

    @Override
    public int countHolding(Role role, Instant at) {
        return count(g -> g.role() == role, at);
    }

    @Override
    public int countLasting(Role role, Instant at) {
        return count(g -> g.role() == role && g.until() == null, at);
    }

    @Override
    public boolean awaitPosition(long position, Duration atMost) {
        return true;
    }

    @Override
    public Optional<String> hash(AccountName account) {
        return Optional.ofNullable(hashes.get(account));
    }

    @Override
    public void set(AccountName account, String hash) {
        hashes.put(account, hash);
    }

    @Override
    public void remove(AccountName account) {
        hashes.remove(account);
    }

    /** As nobody may order it. */
    void closeUnasked(PersonId person) {
        var s = state(person);
        states.put(person, new PersonState(s.sequence(), s.person(), s.account(), false, List.of()));
    }

    private PersonState state(PersonId person) {
        return states.getOrDefault(person, PersonState.NONE);
    }

    private int count(Predicate<Grant> wanted, Instant at) {
        return (int) states.values().stream()
                .filter(s -> s.open() && held(s, at).anyMatch(wanted))
                .count();
    }

    private static Stream<Grant> held(PersonState state, Instant at) {
        return state.grants().stream()
                .filter(g -> g.phase() == Phase.GRANTED && !at.isBefore(g.from()))
                .filter(g -> g.until() == null || at.isBefore(g.until()));
    }
}
