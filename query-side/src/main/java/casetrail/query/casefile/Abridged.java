package casetrail.query.casefile;

import casetrail.query.casefile.CaseFile.Clock;
import casetrail.query.casefile.CaseFile.ClockState;
import casetrail.query.casefile.CaseFile.Closure;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case file without what lists and counts never show: sealed text, evidence, what claimants said, and the rules and beginnings of clocks.
 *
 * <p>The fold goes on from an abridged file as from a whole one: abridging before or after an event gives the same.
 */
public final class Abridged {

    private Abridged() {}

    /** The file in short; of a short one, the same. */
    public static CaseFile of(CaseFile file) {
        return of(file, clocks(file));
    }

    /** The same for who needs no clocks: enough to say how the case stands and who may know of it. */
    public static CaseFile withoutClocks(CaseFile file) {
        return of(file, Collections.emptySortedMap());
    }

    private static CaseFile of(CaseFile file, SortedMap<String, Clock> clocks) {
        return new CaseFile(
                file.id(),
                file.number(),
                file.status(),
                report(file.report()),
                file.filing(),
                handling(file.handling()),
                file.overlays(),
                clocks,
                file.counters(),
                file.links(),
                List.of(),
                CaseFile.Texts.NONE,
                List.of(),
                file.appeal(),
                file.archive(),
                file.trace());
    }

    private static CaseFile.Report report(CaseFile.Report r) {
        return new CaseFile.Report(
                r.source(),
                r.kind(),
                r.classification(),
                r.publicText(),
                null,
                null,
                r.location(),
                r.grid(),
                r.assetId(),
                null);
    }

    private static CaseFile.Handling handling(CaseFile.Handling h) {
        return new CaseFile.Handling(
                h.unit(),
                h.accepted(),
                h.handler(),
                h.completed(),
                h.override(),
                null,
                h.decidedUnit(),
                h.checker(),
                h.lastCheck(),
                closure(h.closure()));
    }

    /** Which stages were on time stands in the clocks, too. */
    private static @Nullable Closure closure(@Nullable Closure c) {
        return c == null ? null : new Closure(c.kind(), c.condition(), c.checkWaived(), List.of());
    }

    private static SortedMap<String, Clock> clocks(CaseFile file) {
        var clocks = new TreeMap<String, Clock>();
        file.clocks().forEach((key, clock) -> clocks.put(key, clock(clock)));
        return clocks;
    }

    private static Clock clock(Clock c) {
        boolean over = c.state() == ClockState.FINISHED || c.state() == ClockState.ABANDONED;
        return new Clock(
                c.stage(),
                c.round(),
                c.state(),
                over ? null : c.limit(),
                null,
                c.deadline(),
                null,
                c.remainingSeconds(),
                null,
                c.onTime(),
                null,
                null);
    }
}
