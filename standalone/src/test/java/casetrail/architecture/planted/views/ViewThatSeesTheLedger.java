package casetrail.architecture.planted.views;

import casetrail.architecture.planted.ledger.LedgerThatSeesViews;

/** Offends: views know no room above. */
public final class ViewThatSeesTheLedger {
    public LedgerThatSeesViews ledger() {
        return new LedgerThatSeesViews();
    }
}
