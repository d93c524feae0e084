package casetrail.query.casefile;

import casetrail.edge.vault.Vault;
import casetrail.events.cases.GridPlacement;
import casetrail.events.cases.Location;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
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

    /** What a place is not known by is left out, as everywhere else in the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    @Bean
    JsonMapperBuilderCustomizer placesWithoutNulls() {
        return mapper ->
                mapper.addMixIn(Location.class, WithoutNulls.class).addMixIn(GridPlacement.class, WithoutNulls.class);
    }
}
