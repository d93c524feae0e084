package casetrail.standalone.imports;

import casetrail.command.cases.Cases;
import casetrail.command.numbers.CaseNumbers;
import casetrail.command.people.http.Accounts;
import casetrail.edge.engine.EngineProperties;
import casetrail.edge.identity.Directory;
import casetrail.edge.vault.Vault;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The importer, on the ports that the two sides bring. */
@Configuration(proxyBeanMethods = false)
public class ImportConfiguration {

    @Bean
    Supplies importSupplies(CaseNumbers numbers, Vault vault, Accounts accounts, Directory directory, Clock clock) {
        return new LedgerSupplies(numbers, vault, accounts, directory, clock);
    }

    @Bean
    Importer importer(
            Cases cases,
            EventLog log,
            StoredEvents events,
            Supplies importSupplies,
            Clock clock,
            EngineProperties properties) {
        return new Importer(cases, log, events, importSupplies, clock, properties.dataDir());
    }
}
