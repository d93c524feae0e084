package casetrail.architecture.planted.query.delta;

import casetrail.architecture.planted.query.gamma.Gamma;
import java.time.Clock;
import java.time.Instant;

/** Offends: a fold is pure. Closes the cycle that Gamma opens. */
public final class DeltaFold {
    public Gamma gamma() {
        return new Gamma();
    }

    public Instant now(Clock clock) {
        return clock.instant();
    }
}
