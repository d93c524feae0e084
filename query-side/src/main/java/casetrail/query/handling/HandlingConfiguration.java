package casetrail.query.handling;

import casetrail.edge.views.Views;
import casetrail.query.asking.AskingConfiguration;
import casetrail.query.asking.Freshness;
import casetrail.views.View;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together what answers how cases were handled. */
@Configuration(proxyBeanMethods = false)
@Import({AskingConfiguration.class, HandlingController.class})
public class HandlingConfiguration {

    @Bean
    View<CaseHandling> handlingHistoryView() {
        return HandlingHistory.HANDLING;
    }

    @Bean
    Histories histories(Views views, Freshness freshness, InstantSource clock) {
        return new Histories(views, freshness, clock);
    }
}
