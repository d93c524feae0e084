package casetrail.query.upkeep;

import casetrail.edge.identity.Asker;
import casetrail.events.StreamId;
import casetrail.events.cases.CaseAudience;
import casetrail.query.logfeed.RestrictedCases;
import casetrail.views.rebuild.EquivalenceReport;
import casetrail.views.store.Parked;
import casetrail.views.upkeep.ViewState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told of how views stand without what restricted cases say. As in the feed of the log, that there is such a stream is no secret of
 * those who keep the system; what stands in it is.
 *
 * @param streams of the cases that the asker may not know of
 */
record Withheld(Set<StreamId> streams) {

    private static final String MARK = "withheld";

    /** Nothing is withheld from who may know of every case. */
    static Withheld from(Asker asker, RestrictedCases restricted) {
        boolean all = asker.standings().stream().anyMatch(s -> CaseAudience.of(s.role()) == CaseAudience.EVERY_CASE);
        return new Withheld(all ? Set.of() : restricted.now());
    }

    ViewState of(ViewState state) {
        return new ViewState(
                state.view(),
                state.revision(),
                state.active(),
                state.asksForRebuild(),
                state.versions().stream().map(this::of).toList());
    }

    /** The kind of an error is told; its words may quote the event. */
    @Nullable
    String error(Parked parked) {
        var error = parked.error();
        return error == null || !streams.contains(parked.stream())
                ? error
                : error.substring(0, Math.max(0, error.indexOf(':') + 1)) + " " + MARK;
    }

    private ViewState.Version of(ViewState.Version v) {
        var report = v.report();
        return new ViewState.Version(
                v.number(),
                v.revision(),
                v.phase(),
                v.next(),
                v.lag(),
                v.parkedStreams(),
                v.segmentsHeldHere(),
                v.stoppedBy(),
                v.building(),
                report == null ? null : of(report));
    }

    private EquivalenceReport of(EquivalenceReport r) {
        return new EquivalenceReport(
                r.from(),
                r.to(),
                r.at(),
                r.compared(),
                r.same(),
                r.differing(),
                r.onlyInFrom(),
                r.onlyInTo(),
                r.unsettled(),
                r.samples().stream()
                        .map(s -> streams.contains(s.stream()) ? of(s) : s)
                        .toList());
    }

    private static EquivalenceReport.Sample of(EquivalenceReport.Sample sample) {
        return new EquivalenceReport.Sample(
                sample.stream(),
                sample.fields().stream()
                        .map(d -> new EquivalenceReport.Difference(d.pointer(), hidden(d.before()), hidden(d.after())))
                        .toList());
    }

    private static @Nullable String hidden(@Nullable String value) {
        return value == null ? null : MARK;
    }
}
