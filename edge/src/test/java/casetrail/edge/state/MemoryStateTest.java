package casetrail.edge.state;

/** The fake that other tests stand on keeps the contract too. */
class MemoryStateTest extends StateContract {

    private final MemoryState state = new MemoryState();

    @Override
    Credentials credentials() {
        return state;
    }

    @Override
    Tokens tokens() {
        return state;
    }

    @Override
    Checkpoints checkpoints() {
        return state.checkpoints();
    }
}
