package casetrail.query.timeline;

import casetrail.events.Assurance;
import casetrail.events.Channel;
import casetrail.events.Envelope;
import casetrail.events.Role;
import casetrail.events.cases.CaseEvent;
import casetrail.events.cases.Classification;
import casetrail.events.cases.FilingStandard;
import casetrail.events.cases.Limit;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeline in Chinese. */
final class ChineseWords implements Words {

    static final Words WORDS = new ChineseWords();

    private ChineseWords() {}

    @Override
    public String of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ReportRegistered e ->
                "上报为案件%s(%s,来源:%s)%s"
                        .formatted(
                                e.number(),
                                ChineseTerms.of(e.kind()),
                                ChineseTerms.of(e.source()),
                                classed(e.classification()));
            case CaseEvent.ResolvedOnSite e -> "按简易程序自行处置办结";
            case CaseEvent.VerificationRequested e -> "请%s现场核实%s".formatted(e.collector(), by(e.verify()));
            case CaseEvent.VerificationSubmitted e ->
                "核实结果:%s%s".formatted(ChineseTerms.of(e.verdict()), outcome(e.verify()));
            case CaseEvent.FilingProposed e -> "建议按%s立案,依据%s".formatted(code(e.classification()), row(e.standard()));
            case CaseEvent.CaseFiled e ->
                "按%s立案,依据%s%s%s"
                        .formatted(
                                code(e.classification()),
                                row(e.standard()),
                                e.verificationWaived() ? ",免核实" : "",
                                by(e.dispatch()));
            case CaseEvent.ReportRejected e -> "不予立案:%s".formatted(ChineseTerms.of(e.ground()));
            case CaseEvent.CaseMerged e -> "并入案件%s".formatted(e.parent());
            case CaseEvent.CaseUnmerged e -> "从案件%s拆出,单独办理".formatted(e.parent());
            case CaseEvent.ChildLinked e -> "案件%s并入本案".formatted(e.child());
            case CaseEvent.ChildUnlinked e -> "案件%s已从本案拆出".formatted(e.child());
            case CaseEvent.CaseDispatched e ->
                "派遣至%s%s%s".formatted(e.unit(), e.override() ? "(超出权责清单)" : "", by(e.handle()));
            case CaseEvent.AssignmentAccepted e -> "%s已签收".formatted(e.unit());
            case CaseEvent.HandlerAssigned e -> "指派%s处置".formatted(e.handler());
            case CaseEvent.HandlerReassigned e -> "由%s改派%s处置".formatted(e.from(), e.handler());
            case CaseEvent.HandlerRevoked e -> "撤回对%s的指派".formatted(e.handler());
            case CaseEvent.AssignmentReturned e -> "%s退回,第%d次退回".formatted(e.unit(), e.returns());
            case CaseEvent.ResponsibilityDisputeOpened e -> "已退回%d次,须先确权".formatted(e.returns());
            case CaseEvent.CaseReturnedToIntake e -> "退回受理%s".formatted(by(e.accept()));
            case CaseEvent.ResponsibilityDecided e -> "确权至%s%s".formatted(e.unit(), e.byConference() ? "(联席会议决定)" : "");
            case CaseEvent.ProgressRecorded e -> "记录处置进展";
            case CaseEvent.HandlingCompleted e -> "现场处置完成";
            case CaseEvent.FeedbackSubmitted e -> "%s确认处置结果%s".formatted(e.unit(), outcome(e.handle()));
            case CaseEvent.ReworkOrdered e -> "第%d次返工%s".formatted(e.reworks(), by(e.handle()));
            case CaseEvent.CheckRequested e -> "请%s现场核查%s".formatted(e.collector(), by(e.check()));
            case CaseEvent.CheckSubmitted e -> "核查结果:%s%s".formatted(ChineseTerms.of(e.result()), outcome(e.check()));
            case CaseEvent.CaseClosed e ->
                "结案%s%s%s"
                        .formatted(
                                e.closureCondition() == null ? "" : ",结案条件" + e.closureCondition(),
                                e.checkWaived() ? ",免核查" : "",
                                late(e.stages()));
            case CaseEvent.ForceClosureRequested e -> "申请强制结案";
            case CaseEvent.ForceClosureRejected e -> "强制结案未获批准";
            case CaseEvent.CaseForceClosed e -> "强制结案%s".formatted(late(e.stages()));
            case CaseEvent.ExtensionRequested e ->
                "申请延期%s".formatted(e.wanted() == null ? "" : ":" + limit(e.wanted()));
            case CaseEvent.ExtensionApproved e -> "批准延期:%s%s".formatted(limit(e.added()), by(e.handle()));
            case CaseEvent.ExtensionRejected e -> "延期未获批准";
            case CaseEvent.SuspensionRequested e ->
                "申请挂账至%s(%s)".formatted(Words.moment(e.until()), ChineseTerms.of(e.category()));
            case CaseEvent.SuspensionApproved e ->
                "挂账至%s(%s)".formatted(Words.moment(e.until()), ChineseTerms.of(e.category()));
            case CaseEvent.SuspensionRejected e -> "挂账未获批准";
            case CaseEvent.SuspensionEnded e -> "挂账结束";
            case CaseEvent.ClockPaused e -> "%s计时暂停".formatted(ChineseTerms.of(e.stage()));
            case CaseEvent.ClockResumed e ->
                "%s计时恢复%s".formatted(ChineseTerms.of(e.clock().stage()), by(e.clock()));
            case CaseEvent.SupervisionIssued e -> "%d级督办,%s前答复".formatted(e.level(), Words.moment(e.due()));
            case CaseEvent.SupervisionAnswered e -> "已答复%d级督办".formatted(e.level());
            case CaseEvent.SupervisionLifted e -> "%d级督办解除".formatted(e.level());
            case CaseEvent.CaseWhistleOpened e -> "为本案吹哨:%s".formatted(e.whistle());
            case CaseEvent.CaseWhistleClosed e -> "吹哨%s办结:%s".formatted(e.whistle(), ChineseTerms.of(e.outcome()));
            case CaseEvent.CaseDeliberationOpened e -> "就本案开始协商:%s".formatted(e.deliberation());
            case CaseEvent.CaseDeliberationClosed e ->
                "协商%s结束:%s".formatted(e.deliberation(), ChineseTerms.of(e.outcome()));
            case CaseEvent.VoidRequested e -> "申请作废";
            case CaseEvent.VoidRejected e -> "作废未获批准";
            case CaseEvent.CaseVoided e -> "已作废";
            case CaseEvent.CallbackRecorded e ->
                e.reached() ? "已回访:%s".formatted(ChineseTerms.of(e.satisfaction())) : "回访未联系上";
            case CaseEvent.CaseReopened e -> "重新办理,第%d轮,由%s处置%s".formatted(e.round(), e.unit(), by(e.handle()));
            case CaseEvent.OverdueAppealFiled e -> "就超期提出申诉";
            case CaseEvent.OverdueAppealReviewed e -> "申诉第%d次复核:%s".formatted(e.step(), ChineseTerms.of(e.result()));
            case CaseEvent.OverdueExempted e -> "统计上视为按期";
            case CaseEvent.OverdueAppealRejected e -> "申诉驳回";
            case CaseEvent.CaseArchived e -> "归档为%s,保存至%s".formatted(e.recordClass(), Words.moment(e.retainUntil()));
            case CaseEvent.CaseDataCorrected e -> "更正数据";
            case CaseEvent.VisibilityRestricted e -> "限制可见范围:%s".formatted(ChineseTerms.of(e.ground()));
            case CaseEvent.RestrictionLifted e -> "解除可见范围限制";
        };
    }

    @Override
    public String of(Role role) {
        return role.chinese();
    }

    @Override
    public String of(Channel channel) {
        return switch (channel) {
            case WEB -> "网页";
            case WINDOW -> "服务窗口";
            case MOBILE -> "移动终端";
            case OFFLINE -> "现场离线记录,事后上传";
            case HOTLINE -> "热线";
            case OPEN311 -> "Open311";
            case DEVICE -> "感知设备";
            case IMPORT -> "外部记录导入";
            case SYSTEM -> "系统";
        };
    }

    @Override
    public String of(Assurance assurance) {
        return switch (assurance) {
            case FIRST_HAND -> "当事人直接记录";
            case IMPORTED -> "依外部记录";
        };
    }

    @Override
    public String of(ClockChange.What what) {
        return switch (what) {
            case STARTED -> "开始计时";
            case PAUSED -> "暂停计时";
            case RESUMED -> "恢复计时";
            case MOVED -> "时限变更";
            case FINISHED -> "计时完成";
            case ABANDONED -> "计时中止";
        };
    }

    @Override
    public String ofFlag(String flag) {
        return flag.equals(Envelope.BACKDATED) ? "所称时间早于记录时间" : Words.plain(flag);
    }

    private static String code(Classification classification) {
        return classification.majorClass() + "/" + classification.subclass();
    }

    private static String classed(@Nullable Classification classification) {
        return classification == null ? "" : ":" + code(classification);
    }

    private static String row(FilingStandard standard) {
        return "%s(%s)第%s条".formatted(standard.catalogue(), standard.version(), standard.row());
    }

    private static String limit(Limit limit) {
        return limit.amount() + ChineseTerms.of(limit.unit());
    }

    private static String by(StageClock clock) {
        return ",%s时限%s".formatted(ChineseTerms.of(clock.stage()), Words.moment(clock.deadline()));
    }

    private static String outcome(StageOutcome outcome) {
        return outcome.onTime() ? ",按期" : ",超期";
    }

    private static String late(List<StageOutcome> stages) {
        var late = stages.stream()
                .filter(s -> !s.onTime())
                .map(s -> ChineseTerms.of(s.stage()))
                .distinct()
                .toList();
        return late.isEmpty() ? "" : ",超期阶段:" + String.join("、", late);
    }
}
