package casetrail.command.cases;

import casetrail.events.UnitCode;
import casetrail.events.cases.Classification;
import java.util.Map;
import java.util.Set;

/** Policies that differ from the built-in one in one value. */
final class Policies {

    private Policies() {}

    static CasePolicy simpleProcedureFor(Classification only) {
        return with(Powers.UNRESTRICTED, CaseClasses.of(only), true, 2, CaseClasses.NONE, true, CaseClasses.ALL);
    }

    static CasePolicy filingInTwoSteps() {
        return with(Powers.UNRESTRICTED, CaseClasses.ALL, false, 2, CaseClasses.NONE, true, CaseClasses.ALL);
    }

    static CasePolicy rubbishOnlyFor(UnitCode unit) {
        var powers = new Powers("powers@1", Map.of(Asks.RUBBISH, Set.of(unit)));
        return with(powers, CaseClasses.ALL, true, 2, CaseClasses.NONE, true, CaseClasses.ALL);
    }

    static CasePolicy completionInOneStep() {
        return completionIn(1);
    }

    static CasePolicy completionIn(int steps) {
        return with(Powers.UNRESTRICTED, CaseClasses.ALL, true, steps, CaseClasses.NONE, true, CaseClasses.ALL);
    }

    static CasePolicy afterEvidenceFor(Classification only) {
        return with(Powers.UNRESTRICTED, CaseClasses.ALL, true, 2, CaseClasses.of(only), true, CaseClasses.ALL);
    }

    static CasePolicy checksAlways() {
        return with(Powers.UNRESTRICTED, CaseClasses.ALL, true, 2, CaseClasses.NONE, false, CaseClasses.ALL);
    }

    static CasePolicy deliberationFor(Classification only) {
        return with(Powers.UNRESTRICTED, CaseClasses.ALL, true, 2, CaseClasses.NONE, true, CaseClasses.of(only));
    }

    private static CasePolicy with(
            Powers powers,
            CaseClasses simpleProcedure,
            boolean filingInOneStep,
            int completionSteps,
            CaseClasses afterEvidence,
            boolean checkWaivable,
            CaseClasses deliberation) {
        var b = CasePolicy.BUILT_IN;
        return new CasePolicy(
                "varied@1",
                powers,
                simpleProcedure,
                filingInOneStep,
                b.returnsBeforeDispute(),
                b.returnWindow(),
                completionSteps,
                afterEvidence,
                checkWaivable,
                b.extensionsMax(),
                b.suspensionsMax(),
                b.suspensionMax(),
                b.supervisionAnswer(),
                deliberation,
                b.reopeningWindow(),
                b.recordClass(),
                b.retention(),
                b.offlineBackdating(),
                b.importBackdating());
    }
}
