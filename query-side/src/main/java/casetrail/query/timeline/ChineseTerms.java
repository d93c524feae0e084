package casetrail.query.timeline;

import casetrail.events.cases.AppealResult;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.DeliberationOutcome;
import casetrail.events.cases.LimitUnit;
import casetrail.events.cases.ProblemKind;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Source;
import casetrail.events.cases.Stage;
import casetrail.events.cases.SuspensionCategory;
import casetrail.events.cases.Verdict;
import casetrail.events.cases.WhistleOutcome;

/** The trade's constants in Chinese; in English their names are words already. */
final class ChineseTerms {

    private ChineseTerms() {}

    static String of(ProblemKind kind) {
        return switch (kind) {
            case COMPONENT -> "部件";
            case EVENT -> "事件";
        };
    }

    static String of(Source source) {
        return switch (source) {
            case COLLECTOR -> "采集员上报";
            case PUBLIC -> "公众举报";
            case VIDEO -> "视频发现";
            case LEADER -> "领导批办";
            case TRANSFER -> "转办";
            case DEVICE -> "设备感知";
            case LIAISON_VISIT -> "走访";
        };
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case EXISTS -> "属实";
            case NOT_EXISTS -> "不属实";
            case UNABLE -> "无法核实";
        };
    }

    static String of(CheckResult result) {
        return switch (result) {
            case PASS -> "通过";
            case FAIL -> "未通过";
            case UNABLE -> "无法核查";
        };
    }

    static String of(RejectionGround ground) {
        return switch (ground) {
            case NOT_IN_SCOPE -> "不属受理范围";
            case NOT_EXISTS -> "问题不存在";
            case NOT_IN_AREA -> "不在辖区";
            case INSUFFICIENT -> "信息不足";
            case INVALID -> "无效上报";
        };
    }

    static String of(SuspensionCategory category) {
        return switch (category) {
            case SEASON -> "季节原因";
            case ENGINEERING -> "工程原因";
            case FUNDING -> "资金原因";
            case OWNERSHIP -> "权属原因";
            case WEATHER -> "天气原因";
            case LEGAL -> "法律原因";
        };
    }

    static String of(WhistleOutcome outcome) {
        return switch (outcome) {
            case SOLVED -> "已解决";
            case PLAN_AGREED -> "已定方案";
            case ESCALATED -> "已升级";
            case WITHDRAWN -> "已撤回";
        };
    }

    static String of(DeliberationOutcome outcome) {
        return switch (outcome) {
            case AGREED -> "达成一致";
            case NOT_AGREED -> "未达成一致";
            case WITHDRAWN -> "已撤回";
        };
    }

    static String of(Satisfaction satisfaction) {
        return switch (satisfaction) {
            case SATISFIED -> "满意";
            case BASICALLY_SATISFIED -> "基本满意";
            case DISSATISFIED -> "不满意";
            case NO_ANSWER -> "未作答";
        };
    }

    static String of(AppealResult result) {
        return switch (result) {
            case UPHELD -> "支持";
            case DISMISSED -> "不支持";
        };
    }

    static String of(RestrictionGround ground) {
        return switch (ground) {
            case DISPUTE -> "矛盾纠纷";
            case PERSONAL_SAFETY -> "人身安全";
            case MINOR -> "涉及未成年人";
            case LEGAL_PROCEEDING -> "司法程序";
            case OTHER_SENSITIVE -> "其他敏感事项";
        };
    }

    static String of(Stage stage) {
        return switch (stage) {
            case ACCEPT -> "受理";
            case VERIFY -> "核实";
            case DISPATCH -> "派遣";
            case HANDLE -> "处置";
            case CLOSE -> "结案";
            case CHECK -> "核查";
        };
    }

    static String of(LimitUnit unit) {
        return switch (unit) {
            case MINUTE -> "分钟";
            case WORKING_HOUR -> "工作时";
            case WORKING_DAY -> "工作日";
            case URGENT_HOUR -> "紧急工作时";
            case URGENT_DAY -> "紧急工作日";
            case CALENDAR_DAY -> "日历日";
        };
    }
}
