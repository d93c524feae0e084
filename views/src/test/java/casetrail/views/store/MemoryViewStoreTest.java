package casetrail.views.store;

/** The store that other tests stand on keeps the contract too. */
class MemoryViewStoreTest extends ViewStoreContract {

    private final MemoryViewStore store = new MemoryViewStore();

    @Override
    public ViewStore store() {
        return store;
    }
}
