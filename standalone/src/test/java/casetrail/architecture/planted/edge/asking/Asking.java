package casetrail.architecture.planted.edge.asking;

import casetrail.architecture.planted.command.alpha.Alpha;
import casetrail.architecture.planted.edge.bounds.Bounds;

/** Offends: the edge knows neither side, and (with Bounds) no cycles. */
public final class Asking {
    public Alpha alpha() {
        return new Alpha();
    }

    public Bounds bounds() {
        return new Bounds();
    }
}
