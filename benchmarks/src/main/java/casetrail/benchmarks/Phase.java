package casetrail.benchmarks;

/** What goes on while a rebuild is watched. */
enum Phase {
    /** The server has just started; what fails counts, how long it takes does not. */
    WARM_UP("warming up"),
    CALM("before"),
    REBUILD("while the new version is built and compared"),
    CUT_OVER("around cut-over, roll-back, cut-over and drop");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
