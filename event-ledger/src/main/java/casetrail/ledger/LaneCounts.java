package casetrail.ledger;

import java.util.concurrent.atomic.LongAdder;

/** The lane's running counts. */
final class LaneCounts {

    final LongAdder batches = new LongAdder();
    final LongAdder appends = new LongAdder();
    final LongAdder events = new LongAdder();
    final LongAdder conflicts = new LongAdder();
    final LongAdder outages = new LongAdder();
    final LongAdder reconnects = new LongAdder();
    final LongAdder commitNanos = new LongAdder();

    LaneFigures figures(int depth) {
        return new LaneFigures(
                depth,
                batches.sum(),
                appends.sum(),
                events.sum(),
                conflicts.sum(),
                outages.sum(),
                reconnects.sum(),
                commitNanos.sum());
    }
}
