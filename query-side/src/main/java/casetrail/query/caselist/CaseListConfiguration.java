package casetrail.query.caselist;

import casetrail.edge.views.Views;
import casetrail.query.asking.AskingConfiguration;
import casetrail.query.asking.Freshness;
import casetrail.views.View;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what answers with lists of cases, worklists and counts. */
@Configuration(proxyBeanMethods = false)
@Import({AskingConfiguration.class, CaseListController.class, WorklistController.class, CountController.class})
public class CaseListConfiguration {

    @Bean
    View<CaseListing> caseListView() {
        return CaseList.CASES;
    }

    @Bean
    CaseLists caseLists(Views views, Freshness freshness, InstantSource clock) {
        return new CaseLists(views, freshness, clock);
    }
}
