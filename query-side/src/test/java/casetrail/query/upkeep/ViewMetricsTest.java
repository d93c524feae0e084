package casetrail.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import casetrail.events.wire.EventNames;
import casetrail.events.wire.StoredEvents;
import casetrail.views.InMemoryEventLog;
import casetrail.views.Tally;
import casetrail.views.store.MemoryViewStore;
import casetrail.views.upkeep.Upkeep;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ViewMetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void the_lag_of_a_view_is_told_as_long_as_it_is_known_and_not_longer() {
        log.append(Tally.stream(1), Tally.block(1));
        try (var metrics = new ViewMetrics(meters, Clock.systemUTC());
                var upkeep = new Upkeep(
                        List.of(Tally.view(new AtomicBoolean())),
                        new MemoryViewStore(),
                        log,
                        new StoredEvents(EventNames.CATALOGUE),
                        Clock.systemUTC(),
                        "one",
                        metrics::ofFeed)) {
            metrics.watch(upkeep);
            await().atMost(PATIENCE).until(() -> isTold("casetrail.view.lag"));
            assertThat(isTold("casetrail.view.parked.streams")).isTrue();

            log.breakDown(true);
            await().atMost(PATIENCE).until(() -> !isTold("casetrail.view.lag"));
            assertThat(isTold("casetrail.view.parked.streams")).isFalse();

            log.breakDown(false);
            await().atMost(PATIENCE).until(() -> isTold("casetrail.view.lag"));
        }
    }

    private boolean isTold(String name) {
        return meters.find(name).gauge() != null;
    }
}
