package casetrail.query.asking;

import casetrail.edge.views.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what questions to views share. */
@Configuration(proxyBeanMethods = false)
public class AskingConfiguration {

    @Bean
    Freshness freshness(Views views) {
        return new Freshness(views);
    }
}
