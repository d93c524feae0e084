package casetrail.edge.engine;

import casetrail.ledger.LaneFigures;
import casetrail.ledger.PostgresLedger;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** What is measured of the lane in which this process appends. */
record LaneMetrics(PostgresLedger ledger) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("casetrail.lane.depth", ledger, l -> l.laneFigures().depth())
                .description("appends that wait")
                .register(meters);
        FunctionTimer.builder(
                        "casetrail.lane.commit",
                        ledger,
                        l -> l.laneFigures().batches(),
                        l -> l.laneFigures().commitNanos(),
                        TimeUnit.NANOSECONDS)
                .description("commits of the lane, each of a batch of appends, until they are on disk")
                .register(meters);
        count(meters, "casetrail.lane.appends", "appends committed", LaneFigures::appends);
        count(meters, "casetrail.lane.events", "events committed", LaneFigures::events);
        count(meters, "casetrail.lane.conflicts", "appends refused because another came first", LaneFigures::conflicts);
        count(meters, "casetrail.lane.outages", "appends that met an outage", LaneFigures::outages);
        count(meters, "casetrail.lane.reconnects", "connections opened after the first", LaneFigures::reconnects);
    }

    private void count(MeterRegistry meters, String name, String words, ToDoubleFunction<LaneFigures> figure) {
        FunctionCounter.builder(name, ledger, l -> figure.applyAsDouble(l.laneFigures()))
                .description(words)
                .register(meters);
    }
}
