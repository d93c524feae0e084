package casetrail.command.cases.http;

import casetrail.edge.problem.Defects;
import casetrail.edge.problem.Outage;
import casetrail.edge.problem.RefusedException;
import casetrail.edge.problem.Violations;
import casetrail.events.cases.CaseId;
import casetrail.events.refusals.Refusal;
import casetrail.events.refusals.RefusalCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The items of one request, each with an outcome of its own: one that meets an outage or a defect takes nothing from the others. All of them
 * together wait no longer than one alone may. For one thread.
 */
final class Batch {

    private final BiFunction<Ask, Violations, CompletableFuture<Told>> desk;
    private final Defects defects;
    private final String path;
    private final LongSupplier nanos;
    private final long end;
    private final Map<CaseId, CompletableFuture<Told>> lastOfCase = new HashMap<>();

    /** @param nanos a clock that only goes forward */
    Batch(BiFunction<Ask, Violations, CompletableFuture<Told>> desk, Defects defects, String path, LongSupplier nanos) {
        this.desk = desk;
        this.defects = defects;
        this.path = path;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + Waiting.MAX.toNanos();
    }

    /** Commands on one case follow one another; those on different cases go side by side. What comes too late is not begun. */
    CompletableFuture<Told> begin(Supplier<Ask> item) {
        try {
            var ask = item.get();
            var id = ask.caseId();
            var before = id == null ? null : lastOfCase.get(id);
            if (before != null) {
                Waiting.until(before.handle((told, failure) -> true), left());
            }
            if (left().isZero()) {
                return CompletableFuture.completedFuture(not(RefusalCode.UNAVAILABLE));
            }
            var answer = desk.apply(ask, new Violations());
            if (id != null) {
                lastOfCase.put(id, answer);
            }
            return answer;
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(not(e));
        }
    }

    /** What became of it, or that nobody knows yet. */
    Told outcome(CompletableFuture<Told> begun) {
        try {
            return Waiting.until(begun, left());
        } catch (RuntimeException e) {
            return not(e);
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    private Told not(RuntimeException thrown) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof RefusedException e) {
            return new Told.Not(e.refusal(), e.violations(), List.of());
        }
        return Outage.isOne(cause)
                ? not(RefusalCode.UNAVAILABLE)
                : new Told.Not(defects.note(cause, "POST", path), List.of(), List.of());
    }

    private static Told not(RefusalCode code) {
        return new Told.Not(Refusal.of(code), List.of(), List.of());
    }
}
