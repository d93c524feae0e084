package casetrail.command.viewing.http;

import casetrail.command.viewing.axon.ViewOffice;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import casetrail.views.store.ViewStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Decisions about views on the write side, put together. */
@Configuration(proxyBeanMethods = false)
@Import(ViewCommandsController.class)
public class ViewCommandsConfiguration {

    @Bean
    ViewOffice viewOffice(EventStore events, EventLog log, StoredEvents stored, ViewStore store) {
        return new ViewOffice(events, log, stored, store);
    }
}
