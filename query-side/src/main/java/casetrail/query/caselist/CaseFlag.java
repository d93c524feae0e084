package casetrail.query.caselist;

import casetrail.events.cases.CaseStatus;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFile.AppealState;
import casetrail.query.casefile.CaseFile.Closure;
import casetrail.query.casefile.CaseFile.ClosureKind;
import casetrail.query.casefile.Tongue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What marks a case in a list, read from its file. Some hold now, others once they happened. */
public enum CaseFlag {
    RESTRICTED("restricted", "限制查阅"),
    UNLOCATED("in no known grid", "未定位网格"),
    FILING_PROPOSED("filing proposed", "建议立案"),
    COMPLETED("field work done, to be confirmed", "处置已完成待确认"),
    OVERRIDE("dispatched against the list of powers", "越权责清单派遣"),
    DISPUTED("responsibility disputed", "责任争议"),
    SUSPENDED("suspended", "挂账"),
    SUPERVISED("supervised", "督办中"),
    SUPERVISION_UNANSWERED("supervision not answered", "督办未答复"),
    WHISTLE("whistle open", "吹哨中"),
    DELIBERATION("deliberation open", "协商中"),
    EXTENSION_REQUESTED("more time asked for", "申请延期"),
    SUSPENSION_REQUESTED("suspension asked for", "申请挂账"),
    FORCE_CLOSURE_REQUESTED("forced closure asked for", "申请强制结案"),
    VOID_REQUESTED("void asked for", "申请作废"),
    APPEAL_UNDER_REVIEW("appeal under review", "申诉审核中"),
    RETURNED("was returned", "曾退回"),
    REWORKED("was reworked", "曾返工"),
    REOPENED("was reopened", "曾重开"),
    EXTENDED("was extended", "曾延期"),
    ONCE_SUSPENDED("was or is suspended", "曾挂账"),
    ONCE_SUPERVISED("was or is supervised", "曾督办"),
    LATE("a stage ended late", "有环节超时"),
    EXEMPTED("being overdue is exempted", "超时豁免"),
    WAIVED_VERIFICATION("filed without verification", "免核实"),
    WAIVED_CHECK("closed without a check", "免核查"),
    FORCED("closed by force", "强制结案"),
    MERGED_PARENT("others were merged into it", "并案主案");

    private final String english;
    private final String chinese;

    CaseFlag(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** The flags of a case, in the order of their declaration. */
    public static List<CaseFlag> of(CaseFile file) {
        return Arrays.stream(values()).filter(flag -> flag.holds(file)).toList();
    }

    /** As it stands in questions and answers, for example {@code extension-requested}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In words. */
    public String words(Tongue tongue) {
        return tongue == Tongue.CHINESE ? chinese : english;
    }

    private boolean holds(CaseFile f) {
        return switch (this) {
            case RESTRICTED -> f.overlays().restricted() != null;
            case UNLOCATED -> f.report().grid().unlocated();
            case FILING_PROPOSED -> f.filing().proposal() != null;
            case COMPLETED ->
                f.status() == CaseStatus.IN_PROGRESS && f.handling().completed();
            case OVERRIDE -> f.handling().override();
            case DISPUTED -> f.overlays().disputed();
            case SUSPENDED -> f.overlays().suspension() != null;
            case SUPERVISED -> f.overlays().supervision() != null;
            case SUPERVISION_UNANSWERED -> unanswered(f.overlays().supervision());
            case WHISTLE -> !f.overlays().whistles().isEmpty();
            case DELIBERATION -> !f.overlays().deliberations().isEmpty();
            case EXTENSION_REQUESTED -> f.overlays().extension() != null;
            case SUSPENSION_REQUESTED -> f.overlays().suspensionWish() != null;
            case FORCE_CLOSURE_REQUESTED -> f.overlays().forceClosureRequestedBy() != null;
            case VOID_REQUESTED -> f.overlays().voidRequestedBy() != null;
            case APPEAL_UNDER_REVIEW -> appeal(f, AppealState.UNDER_REVIEW);
            case RETURNED -> f.counters().returns() > 0;
            case REWORKED -> f.counters().reworks() > 0;
            case REOPENED -> f.counters().reopenings() > 0;
            case EXTENDED -> f.counters().extensions() > 0;
            case ONCE_SUSPENDED -> f.counters().suspensions() > 0;
            case ONCE_SUPERVISED -> f.counters().supervisions() > 0;
            case LATE -> f.clocks().values().stream().anyMatch(c -> Boolean.FALSE.equals(c.onTime()));
            case EXEMPTED -> appeal(f, AppealState.EXEMPTED);
            case WAIVED_VERIFICATION -> f.filing().verificationWaived();
            case WAIVED_CHECK -> closure(f, Closure::checkWaived);
            case FORCED -> closure(f, c -> c.kind() == ClosureKind.FORCED);
            case MERGED_PARENT -> !f.links().children().isEmpty();
        };
    }

    private static boolean unanswered(CaseFile.@Nullable Supervision supervision) {
        return supervision != null && !supervision.answered();
    }

    private static boolean closure(CaseFile file, Predicate<Closure> so) {
        var closure = file.handling().closure();
        return closure != null && so.test(closure);
    }

    private static boolean appeal(CaseFile file, AppealState state) {
        var appeal = file.appeal();
        return appeal != null && appeal.state() == state;
    }
}
