package casetrail.command.cases.axon;

import casetrail.command.access.axon.AxonAccess;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Cast;
import casetrail.command.numbers.axon.AxonNumberBlocks;
import casetrail.events.wire.EventNames;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.ledger.axon.AxonWiring;
import java.time.Clock;
import java.time.ZoneOffset;

/** What one process of the write side consists of, on a log that others may share. */
public final class CasesProcess implements AutoCloseable {

    private final PostgresLedger ledger;
    private final AxonWiring wiring;
    private final StoredCases stored;
    private final AxonCases cases;
    private final AxonNumberBlocks blocks;

    /** @param token of this start, never used twice on one database */
    public CasesProcess(ServingAccess access, String token, CaseRulebook rulebook) {
        var clock = Clock.system(ZoneOffset.UTC);
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
                Cast.STANDINGS,
                new AxonAccess(store, clock, token),
                rulebook,
                "test");
        blocks = new AxonNumberBlocks(store, clock, "test");
    }

    public PostgresLedger ledger() {
        return ledger;
    }

    public Cases cases() {
        return cases;
    }

    public StoredCases stored() {
        return stored;
    }

    public AxonNumberBlocks blocks() {
        return blocks;
    }

    public AxonWiring wiring() {
        return wiring;
    }

    @Override
    public void close() {
        wiring.close();
        ledger.close();
    }
}
