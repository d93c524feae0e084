package casetrail.events.cases;

/** The 14 states of a case, with their names (domain 3.2). Overlays run beside the state and are no states. */
public enum CaseStatus {
    REPORTED("reported", "已上报", true),
    VERIFYING("being verified", "核实中", true),
    FILED("filed, to be dispatched", "已立案(待派遣)", true),
    DISPATCHED("dispatched, to be signed for", "已派遣(待签收)", true),
    IN_PROGRESS("in progress", "处置中", true),
    FEEDBACK("feedback given, to be checked", "已反馈(待核查)", true),
    CHECKING("being checked", "核查中", true),
    SUSPENDED("suspended", "挂账", true),
    CLOSED("closed", "已结案", false),
    SELF_RESOLVED("resolved on site", "自行处置办结", false),
    REJECTED("not filed", "不予立案", false),
    MERGED("merged", "并案", false),
    VOIDED("void", "作废", false),
    ARCHIVED("archived", "已归档", false);

    private final String english;
    private final String chinese;
    private final boolean open;

    CaseStatus(String english, String chinese, boolean open) {
        this.english = english;
        this.chinese = chinese;
        this.open = open;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether somebody still has to do something for the case; the others run no clock. */
    public boolean isOpen() {
        return open;
    }
}
