package casetrail.architecture.planted.query.gamma;

import casetrail.architecture.planted.command.alpha.Alpha;
import casetrail.architecture.planted.ledger.LedgerThatSeesViews;
import casetrail.architecture.planted.query.delta.DeltaFold;

/** Offends: queries see neither commands nor the engine, and (with DeltaFold) no cycles. */
public final class Gamma {
    public Alpha alpha() {
        return new Alpha();
    }

    public DeltaFold delta() {
        return new DeltaFold();
    }

    public LedgerThatSeesViews ledger() {
        return new LedgerThatSeesViews();
    }
}
