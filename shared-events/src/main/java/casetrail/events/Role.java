package casetrail.events;

/** What a person acts as; the roles of the trade with their axis and their names (domain 3.1). */
public enum Role {
    GRID_MEMBER(Axis.COLLECTION, "grid member", "网格员"),
    CITIZEN(Axis.OUTSIDE, "reporter", "诉求人"),
    ACCEPTOR(Axis.SUPERVISION, "intake clerk", "受理员"),
    SHIFT_LEADER(Axis.SUPERVISION, "duty supervisor", "值班长"),
    DISPATCHER(Axis.COMMAND, "dispatcher", "派遣员"),
    DEPT_LEAD(Axis.DISPOSAL, "responsible unit coordinator", "责任单位负责人"),
    HANDLER(Axis.DISPOSAL, "field worker", "处置人员"),
    STREET_LEAD(Axis.COMMAND, "street lead", "街镇负责人"),
    SUPERVISOR(Axis.SUPERVISION, "supervising officer", "督办员"),
    EVALUATOR(Axis.SUPERVISION, "assessor", "考评员"),
    AUDITOR(Axis.AUDIT, "auditor", "审计员"),
    PRIVACY_OFFICER(Axis.AUDIT, "personal-information officer", "个人信息保护负责人"),
    RECORDS_OFFICER(Axis.AUDIT, "records officer", "档案管理员"),
    ANALYST(Axis.AUDIT, "analyst", "分析员"),
    COMMUNITY_LEAD(Axis.COMMAND, "community lead", "社区负责人"),
    ADMIN(Axis.OPERATIONS, "administrator", "系统管理员"),
    SYSTEM(Axis.OPERATIONS, "system", "系统");

    private final Axis axis;
    private final String english;
    private final String chinese;

    Role(Axis axis, String english, String chinese) {
        this.axis = axis;
        this.english = english;
        this.chinese = chinese;
    }

    /** The side of the house it belongs to. */
    public Axis axis() {
        return axis;
    }

    public String english() {
        return english;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether an account may hold it; timers and policies act as {@link #SYSTEM}, and it cannot log in. */
    public boolean canLogIn() {
        return this != SYSTEM;
    }
}
