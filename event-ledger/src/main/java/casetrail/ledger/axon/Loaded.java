package casetrail.ledger.axon;

import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What a command was decided on.
 *
 * @param version the newest sequence number the aggregate had folded
 * @param cached whether it was kept from before, and so may be behind the log if another process writes too
 */
record Loaded(String aggregate, long version, boolean cached) {

    private static final String KEY = Loaded.class.getName();

    void noteIn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(KEY, this);
    }

    static @Nullable Loaded notedIn(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(KEY);
    }
}
