package casetrail.query.casefile;

import casetrail.edge.vault.Vault;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what answers how one case stands. */
@Configuration(proxyBeanMethods = false)
@Import(CaseFileController.class)
public class CaseFileConfiguration {

    @Bean
    CaseFiles caseFiles(EventLog log, StoredEvents stored) {
        return new CaseFiles(log, stored);
    }

    @Bean
    CaseReading caseReading(CaseFiles files, Vault vault) {
        return new CaseReading(files, vault::open);
    }
}
