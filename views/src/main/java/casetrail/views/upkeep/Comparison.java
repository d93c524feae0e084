package casetrail.views.upkeep;

import casetrail.events.wire.EventJson;
import casetrail.views.View;
import casetrail.views.ViewVersion;
import casetrail.views.rebuild.Equivalence;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.store.Building;
import casetrail.views.store.Building.Phase;
import casetrail.views.store.Segment;
import casetrail.views.store.ViewStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares a newly built version with the one that is read, once, and keeps the report with it. Whoever holds its first segment does. */
final class Comparison {

    private static final int COMPARERS_SEGMENT = 0;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

    private final View<?> view;
    private final Upkeep.Surroundings around;
    private @Nullable Thread underWay;
    private @Nullable Long failedAt;

    Comparison(View<?> view, Upkeep.Surroundings around) {
        this.view = view;
        this.around = around;
    }

    /** The report that is kept with a version. */
    static Optional<EquivalenceReport> report(ViewStore store, ViewVersion version) {
        return store.remembered(version).map(note -> EventJson.MAPPER.readValue(note, EquivalenceReport.class));
    }

    /** Begins to compare if there is a version to compare, and none is being compared here. */
    synchronized void mind(List<Building> mine, @Nullable Building active) {
        if (active == null || underWay != null || isTooSoon()) {
            return;
        }
        for (var candidate : mine) {
            if (candidate.phase() == Phase.FOLLOWING
                    && candidate.version().number() > active.version().number()
                    && isHeldHere(candidate.version())
                    && !isKnown(candidate.version(), active.version().number())) {
                begin(active.version(), candidate.version());
                return;
            }
        }
    }

    synchronized void close() {
        if (underWay != null) {
            underWay.interrupt();
        }
    }

    /** As it is kept: where many long fields differ, with fewer samples, because a note is bounded. */
    static String note(EquivalenceReport report) {
        var told = report;
        var note = EventJson.MAPPER.writeValueAsString(told);
        while (note.length() > ViewStore.NOTE_MAX && !told.samples().isEmpty()) {
            told = told.withFewerSamples();
            note = EventJson.MAPPER.writeValueAsString(told);
        }
        return note;
    }

    private boolean isTooSoon() {
        return failedAt != null && System.nanoTime() - failedAt < TRY_AGAIN.toNanos();
    }

    private boolean isHeldHere(ViewVersion version) {
        return around.store().table(version, view.shape()).segments().stream()
                .filter(s -> s.number() == COMPARERS_SEGMENT)
                .map(Segment::owner)
                .anyMatch(owner -> around.members().self().equals(owner));
    }

    private boolean isKnown(ViewVersion version, int from) {
        return report(around.store(), version).filter(r -> r.from() == from).isPresent();
    }

    private void begin(ViewVersion from, ViewVersion to) {
        var thread = new Thread(() -> compare(from, to), "casetrail-comparison-" + view.name());
        thread.setDaemon(true);
        underWay = thread;
        thread.start();
    }

    private void compare(ViewVersion from, ViewVersion to) {
        boolean failed = true;
        try {
            var report = Equivalence.between(
                    from.number(),
                    around.store().table(from, view.shape()),
                    to.number(),
                    around.store().table(to, view.shape()),
                    around.clock());
            around.store().remember(to, note(report));
            LOG.info("the views {} and {} share {} of {} documents", from, to, report.same(), report.compared());
            failed = false;
        } catch (InterruptedException e) {
            LOG.info("the comparison of the views {} and {} was cut off", from, to);
        } catch (RuntimeException e) {
            LOG.warn("the comparison of the views {} and {} failed; it is begun anew later", from, to, e);
        } finally {
            synchronized (this) {
                underWay = null;
                failedAt = failed ? System.nanoTime() : null;
            }
        }
    }
}
