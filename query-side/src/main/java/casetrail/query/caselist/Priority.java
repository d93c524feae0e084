package casetrail.query.caselist;

import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.Stage;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFile.Clock;
import casetrail.query.casefile.CaseFile.ClockState;

/**
 * How much a case presses, as one whole number made of facts only: {@code level * 1,000,000 + urgency * 1,000 + trouble}. The level is that
 * of the supervision that is not lifted; the urgency is 100 less the hours of an urgent limit for handling, at least 0, and 0 for other
 * limits; the trouble is how often the case was returned, reworked and reopened, at most 999. A case that is not open has none.
 */
final class Priority {

    private static final long LEVEL = 1_000_000;
    private static final long URGENCY = 1_000;
    private static final int URGENCY_MAX = 100;
    private static final int TROUBLE_MAX = 999;
    private static final int HOURS_OF_DAY = 24;

    private Priority() {}

    static long of(CaseFile file) {
        if (!file.status().isOpen()) {
            return 0;
        }
        var supervision = file.overlays().supervision();
        var counters = file.counters();
        int trouble = counters.returns() + counters.reworks() + counters.reopenings();
        return (supervision == null ? 0 : supervision.level()) * LEVEL
                + urgency(file) * URGENCY
                + Math.min(trouble, TROUBLE_MAX);
    }

    private static long urgency(CaseFile file) {
        return file.clocks().values().stream()
                .filter(c -> c.stage() == Stage.HANDLE)
                .filter(c -> c.state() == ClockState.RUNNING || c.state() == ClockState.PAUSED)
                .mapToLong(Priority::urgency)
                .max()
                .orElse(0);
    }

    private static long urgency(Clock clock) {
        var limit = clock.limit();
        if (limit == null) {
            return 0;
        }
        long hours = limit.unit() == LimitUnit.URGENT_HOUR
                ? limit.amount()
                : limit.unit() == LimitUnit.URGENT_DAY ? (long) limit.amount() * HOURS_OF_DAY : URGENCY_MAX;
        return Math.max(0, URGENCY_MAX - hours);
    }
}
