package casetrail.standalone.operations;

import casetrail.edge.identity.Asker;
import casetrail.edge.problem.RefusedException;
import casetrail.events.refusals.RefusalCode;

/** Whoever may read the data directory's own token may name files of this machine; nobody else may. */
final class ThisMachine {

    private ThisMachine() {}

    /** @throws RefusedException if it is somebody else who asks */
    static void require(Asker asker) {
        if (!asker.session().id().equals("local")) {
            throw new RefusedException(RefusalCode.FORBIDDEN_ROLE);
        }
    }
}
