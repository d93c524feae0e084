package casetrail.architecture.planted.command.beta;

import casetrail.architecture.planted.command.alpha.Alpha;

/** Closes the cycle that Alpha opens. */
public final class Beta {
    public Alpha alpha() {
        return new Alpha();
    }
}
