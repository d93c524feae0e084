package casetrail.architecture.planted.habits;

/** Offends: one way to log. The logger is named in full because an import of it is banned already. */
final class LogsElsewhere {
    private LogsElsewhere() {}

    static java.util.logging.Logger logger() {
        return java.util.logging.Logger.getGlobal();
    }
}
