package casetrail.architecture.planted.rules;

import casetrail.architecture.planted.command.alpha.Alpha;

/** Offends: rules see events only. */
final class RuleThatSeesTheCommandSide {
    private RuleThatSeesTheCommandSide() {}

    static Alpha ask() {
        return new Alpha();
    }
}
