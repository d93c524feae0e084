package casetrail.command.cases;

import java.util.concurrent.CompletableFuture;

/**
 * Where orders about cases are given. Safe for many threads. An outage completes the future exceptionally, and then nobody knows
 * whether it was done; the same order with the same request key may be given again.
 */
public interface Cases {

    /** Carries the order out, or refuses it and records that. A lost race is decided once more before anybody hears of it. */
    CompletableFuture<CaseOutcome> obey(CaseOrder order);

    /** What would become of the order now, without doing or recording anything. */
    CompletableFuture<CaseOutcome> consider(CaseOrder order);
}
