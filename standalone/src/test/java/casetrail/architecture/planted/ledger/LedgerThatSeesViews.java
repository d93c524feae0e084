package casetrail.architecture.planted.ledger;

import casetrail.architecture.planted.views.ViewThatSeesTheLedger;

/** Offends: the ledger knows no room above. */
public final class LedgerThatSeesViews {
    public ViewThatSeesTheLedger view() {
        return new ViewThatSeesTheLedger();
    }
}
