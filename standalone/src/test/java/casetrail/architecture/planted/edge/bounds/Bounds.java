package casetrail.architecture.planted.edge.bounds;

import casetrail.architecture.planted.edge.asking.Asking;

/** Closes the cycle that Asking opens. */
public final class Bounds {
    public Asking asking() {
        return new Asking();
    }
}
