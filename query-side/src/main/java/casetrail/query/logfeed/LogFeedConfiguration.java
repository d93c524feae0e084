package casetrail.query.logfeed;

import casetrail.edge.identity.Sessions;
import casetrail.events.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts together the feed of the log. */
@Configuration(proxyBeanMethods = false)
@Import(LogFeedController.class)
public class LogFeedConfiguration {

    @Bean
    RestrictedCases restrictedCases(EventLog log) {
        return new RestrictedCases(log);
    }

    @Bean
    Feeds feeds(EventLog log, RestrictedCases restrictedCases, Sessions sessions) {
        return new Feeds(log, restrictedCases, sessions);
    }
}
