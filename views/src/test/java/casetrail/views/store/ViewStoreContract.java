package casetrail.views.store;

import org.junit.jupiter.api.BeforeEach;

/**
 * What every engine that keeps views promises; a store that does nothing fails each of these. An engine's own test extends it and hands
 * in the store; everything in that store is dropped before each test.
 */
public abstract class ViewStoreContract
        implements BuildingContract, FollowingContract, RacingContract, ParkingContract, AskingContract, ModelContract {

    /** The store under test; the same for the whole of one test. */
    @Override
    public abstract ViewStore store();

    /** Whether a refused batch leaves nothing behind; else only its progress and the document at fault are as before. */
    @Override
    public boolean atomic() {
        return true;
    }

    @BeforeEach
    final void empty() {
        store().buildings().forEach(building -> store().drop(building.version()));
        store().beats().keySet().forEach(store()::forget);
    }
}
