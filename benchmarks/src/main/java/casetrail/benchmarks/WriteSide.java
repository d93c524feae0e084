package casetrail.benchmarks;

import casetrail.command.access.axon.AxonAccess;
import casetrail.command.cases.CaseRulebook;
import casetrail.command.cases.Cases;
import casetrail.command.cases.Standings;
import casetrail.command.cases.axon.AxonCases;
import casetrail.command.cases.axon.CaseAggregate;
import casetrail.command.cases.axon.CaseTarget;
import casetrail.command.cases.axon.StoredCases;
import casetrail.events.PersonId;
import casetrail.events.Role;
import casetrail.events.UnitCode;
import casetrail.events.wire.EventNames;
import casetrail.ledger.LedgerOptions;
import casetrail.ledger.PostgresLedger;
import casetrail.ledger.ServingAccess;
import casetrail.ledger.axon.AxonWiring;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** The write side as a process has it, without HTTP: bus, aggregates with their cache, lane. */
final class WriteSide implements AutoCloseable {

    private static final Standings NOBODY_IS_LOOKED_UP = new Standings() {
        @Override
        public Set<UnitCode> unitsOf(PersonId person, Role role, Instant at) {
            return Set.of();
        }

        @Override
        public boolean holds(PersonId person, Role role, Instant at) {
            return false;
        }
    };

    private final PostgresLedger ledger;
    private final AxonWiring wiring;
    private final Cases cases;

    WriteSide(ServingAccess access, Clock clock, String token) {
        ledger = PostgresLedger.open(access, LedgerOptions.DEFAULT, clock);
        wiring = AxonWiring.on(ledger, EventNames.CATALOGUE)
                .clock(clock)
                .aggregate(CaseAggregate.class, new CaseTarget())
                .build();
        wiring.start();
        var store = wiring.configuration().eventStore();
        cases = new AxonCases(
                wiring.commands()::send,
                ledger,
                new StoredCases(store),
                NOBODY_IS_LOOKED_UP,
                new AxonAccess(store, clock, token),
                CaseRulebook.BUILT_IN,
                "benchmark");
    }

    PostgresLedger ledger() {
        return ledger;
    }

    Cases cases() {
        return cases;
    }

    @Override
    public void close() {
        wiring.close();
        ledger.close();
    }
}
