package casetrail.standalone.imports;

import casetrail.command.access.axon.AxonAccess;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Standings;
import casetrail.command.cases.axon.AxonCases;
import casetrail.command.cases.axon.CaseAggregate;
import casetrail.command.cases.axon.CaseTarget;
import casetrail.command.cases.axon.StoredCases;
import casetrail.command.numbers.BlockedNumbers;
import casetrail.command.numbers.axon.AxonNumberBlocks;
import casetrail.edge.vault.FileVault;
import casetrail.events.Actor;
import casetrail.events.PersonId;
import casetrail.events.Purpose;
import casetrail.events.Role;
import casetrail.events.Sealed;
import casetrail.events.UnitCode;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.CaseNumber;
import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.ledger.axon.AxonWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An importer on the real rules, the real log and a real vault, without the rest of the program; people are known for the asking. */
final class ImportWorld implements Supplies, Standings, AutoCloseable {

    private final Clock clock = Clock.system(ZoneOffset.UTC);
    private final Map<PersonId, Actor> known = new ConcurrentHashMap<>();
    private final PostgresLedger ledger;
    private final AxonWiring wiring;
    private final StoredCases stored;
    private final AxonCases cases;
    private final BlockedNumbers numbers;
    private final FileVault vault;
    private final Path dataDir;

    /** @param token of this start, never used twice on one database */
    ImportWorld(ServingAccess access, String token, Path dataDir) {
        this.dataDir = dataDir;
        ledger = PostgresLedger.open(access, LedgerOptions.DEFAULT, clock);
        wiring = AxonWiring.on(ledger, EventNames.CATALOGUE)
                .clock(clock)
                .aggregate(CaseAggregate.class, new CaseTarget())
                .build();
        wiring.start();
        var store = wiring.configuration().eventStore();
        stored = new StoredCases(store);
        cases = new AxonCases(
                wiring.commands()::send,
                ledger,
                stored,
                this,
                new AxonAccess(store, clock, token),
                CaseRulebook.BUILT_IN,
                "test");
        numbers = new BlockedNumbers(new AxonNumberBlocks(store, clock, "test"), ZoneOffset.UTC);
        vault = FileVault.in(dataDir.resolve("vault"));
    }

    Importer importer() {
        return new Importer(cases, ledger, events(), this, clock, dataDir);
    }

    PostgresLedger log() {
        return ledger;
    }

    StoredCases stored() {
        return stored;
    }

    FileVault vault() {
        return vault;
    }

    StoredEvents events() {
        return new StoredEvents(EventNames.CATALOGUE);
    }

    @Override
    public CaseNumber number() {
        return numbers.next(clock.instant());
    }

    @Override
    public void introduce(Actor actor) {
        known.put(actor.person(), actor);
    }

    @Override
    public Sealed seal(CaseId caseId, String field, String words) {
        return vault.seal(caseId.value(), Purpose.FREE_TEXT, field, words);
    }

    @Override
    public boolean holds(PersonId person, Role role, Instant at) {
        var actor = known.get(person);
        return actor != null && actor.role() == role;
    }

    @Override
    public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
        var actor = known.get(person);
        return actor == null || actor.unit() == null || actor.role() != role ? Set.of() : Set.of(actor.unit());
    }

    @Override
    public void close() {
        wiring.close();
        ledger.close();
        try {
            vault.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
