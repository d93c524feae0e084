package casetrail.query.upkeep;

import casetrail.events.views.ViewName;
import casetrail.views.feed.FeedTold;
import casetrail.views.upkeep.Upkeep;
import casetrail.views.upkeep.ViewState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is measured of views: lag in positions, parked streams, events counted in, and how long after the log a batch is durable. */
final class ViewMetrics implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(ViewMetrics.class);

    private final MeterRegistry meters;
    private final Clock clock;
    private final MultiGauge lag;
    private final MultiGauge parked;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "casetrail-view-metrics");
        thread.setDaemon(true);
        return thread;
    });

    ViewMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lag = MultiGauge.builder("casetrail.view.lag")
                .description("positions between the end of the log and what a version has counted in")
                .baseUnit("positions")
                .register(meters);
        this.parked = MultiGauge.builder("casetrail.view.parked.streams")
                .description("streams of which an event could not be folded")
                .baseUnit("streams")
                .register(meters);
    }

    /** Hears the feeds of a view. */
    FeedTold ofFeed(ViewName view) {
        var events = meters.counter("casetrail.view.events", "view", view.value());
        var parkedEvents = meters.counter("casetrail.view.parked.events", "view", view.value());
        var delay = Timer.builder("casetrail.view.delay")
                .description(
                        "from when the log learned the first event of a batch until the batch is durable in the view")
                .publishPercentiles(0.5, 0.99)
                .tag("view", view.value())
                .register(meters);
        var batch = Timer.builder("casetrail.view.batch")
                .description("from reading a batch until it is durable in the view")
                .publishPercentiles(0.5, 0.99)
                .tag("view", view.value())
                .register(meters);
        return new FeedTold() {
            @Override
            public void counted(int count, Instant oldestRecordedAt, Duration took) {
                events.increment(count);
                batch.record(took);
                var late = Duration.between(oldestRecordedAt, clock.instant());
                delay.record(late.isNegative() ? Duration.ZERO : late);
            }

            @Override
            public void parked(int count) {
                parkedEvents.increment(count);
            }
        };
    }

    /** Looks from time to time how the views stand, until it is closed. */
    void watch(Upkeep upkeep) {
        var unused = looking.scheduleWithFixedDelay(() -> look(upkeep), 1, LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private void look(Upkeep upkeep) {
        try {
            var lags = new ArrayList<MultiGauge.Row<?>>();
            var parks = new ArrayList<MultiGauge.Row<?>>();
            for (var state : upkeep.states()) {
                for (var version : state.versions()) {
                    var tags = tags(state, version);
                    if (version.lag() != null) {
                        lags.add(MultiGauge.Row.of(tags, version.lag()));
                    }
                    parks.add(MultiGauge.Row.of(tags, version.parkedStreams()));
                }
            }
            lag.register(List.copyOf(lags), true);
            parked.register(List.copyOf(parks), true);
        } catch (RuntimeException e) {
            LOG.debug("the views could not be looked at", e);
            // A number that nobody knows is not told: the last one would look as if all were well.
            lag.register(List.of(), true);
            parked.register(List.of(), true);
        }
    }

    private static Tags tags(ViewState state, ViewState.Version version) {
        return Tags.of("view", state.view().value(), "version", String.valueOf(version.number()));
    }
}
