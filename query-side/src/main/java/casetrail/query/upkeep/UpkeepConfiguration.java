package casetrail.query.upkeep;

import casetrail.edge.views.Views;
import casetrail.events.log.EventLog;
import casetrail.events.wire.StoredEvents;
import casetrail.views.View;
import casetrail.views.store.ViewStore;
import casetrail.views.upkeep.Upkeep;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Keeps every view that is declared as a bean. */
@Configuration(proxyBeanMethods = false)
@Import(ViewsController.class)
public class UpkeepConfiguration {

    @Bean
    ViewMetrics viewMetrics(MeterRegistry meters, Clock clock) {
        return new ViewMetrics(meters, clock);
    }

    @Bean(destroyMethod = "close")
    Upkeep upkeep(
            List<View<?>> views, ViewStore store, EventLog log, StoredEvents stored, Clock clock, ViewMetrics metrics) {
        var upkeep =
                new Upkeep(views, store, log, stored, clock, UUID.randomUUID().toString(), metrics::ofFeed);
        metrics.watch(upkeep);
        return upkeep;
    }

    @Bean
    Views views(Upkeep upkeep) {
        return new KeptViews(upkeep);
    }
}
