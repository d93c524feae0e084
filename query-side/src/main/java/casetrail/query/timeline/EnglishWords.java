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

/** The timeline in English. */
final class EnglishWords implements Words {

    static final Words WORDS = new EnglishWords();

    private EnglishWords() {}

    @Override
    public String of(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ReportRegistered e ->
                "reported as case %s (%s, from %s)%s"
                        .formatted(e.number(), plain(e.kind()), plain(e.source()), classed(e.classification()));
            case CaseEvent.ResolvedOnSite e -> "resolved on site by the simple procedure";
            case CaseEvent.VerificationRequested e ->
                "%s was asked to verify on site%s".formatted(e.collector(), by(e.verify()));
            case CaseEvent.VerificationSubmitted e ->
                "verification found: %s%s".formatted(plain(e.verdict()), outcome(e.verify()));
            case CaseEvent.FilingProposed e ->
                "proposed to be filed as %s by %s".formatted(code(e.classification()), row(e.standard()));
            case CaseEvent.CaseFiled e ->
                "filed as %s by %s%s%s"
                        .formatted(
                                code(e.classification()),
                                row(e.standard()),
                                e.verificationWaived() ? ", verification waived" : "",
                                by(e.dispatch()));
            case CaseEvent.ReportRejected e -> "not filed: %s".formatted(plain(e.ground()));
            case CaseEvent.CaseMerged e -> "merged into %s".formatted(e.parent());
            case CaseEvent.CaseUnmerged e -> "split from %s, stands alone again".formatted(e.parent());
            case CaseEvent.ChildLinked e -> "%s goes on as part of this case".formatted(e.child());
            case CaseEvent.ChildUnlinked e -> "%s is no part of this case any more".formatted(e.child());
            case CaseEvent.CaseDispatched e ->
                "dispatched to %s%s%s"
                        .formatted(e.unit(), e.override() ? " against the list of powers" : "", by(e.handle()));
            case CaseEvent.AssignmentAccepted e -> "signed for by %s".formatted(e.unit());
            case CaseEvent.HandlerAssigned e -> "%s was put on the case".formatted(e.handler());
            case CaseEvent.HandlerReassigned e -> "%s took over from %s".formatted(e.handler(), e.from());
            case CaseEvent.HandlerRevoked e -> "%s was taken off the case".formatted(e.handler());
            case CaseEvent.AssignmentReturned e -> "returned by %s, return no. %d".formatted(e.unit(), e.returns());
            case CaseEvent.ResponsibilityDisputeOpened e ->
                "responsibility has to be decided after %d returns".formatted(e.returns());
            case CaseEvent.CaseReturnedToIntake e -> "given back to intake%s".formatted(by(e.accept()));
            case CaseEvent.ResponsibilityDecided e ->
                "%s was made responsible for good%s"
                        .formatted(e.unit(), e.byConference() ? " by joint conference" : "");
            case CaseEvent.ProgressRecorded e -> "progress was noted";
            case CaseEvent.HandlingCompleted e -> "the field work was reported as done";
            case CaseEvent.FeedbackSubmitted e -> "%s confirmed the result%s".formatted(e.unit(), outcome(e.handle()));
            case CaseEvent.ReworkOrdered e -> "returned for rework no. %d%s".formatted(e.reworks(), by(e.handle()));
            case CaseEvent.CheckRequested e ->
                "%s was asked to check on site%s".formatted(e.collector(), by(e.check()));
            case CaseEvent.CheckSubmitted e -> "check found: %s%s".formatted(plain(e.result()), outcome(e.check()));
            case CaseEvent.CaseClosed e ->
                "closed%s%s%s"
                        .formatted(
                                e.closureCondition() == null ? "" : " by condition " + e.closureCondition(),
                                e.checkWaived() ? ", check waived" : "",
                                late(e.stages()));
            case CaseEvent.ForceClosureRequested e -> "closing without the closure condition was asked for";
            case CaseEvent.ForceClosureRejected e -> "closing without the closure condition was refused";
            case CaseEvent.CaseForceClosed e -> "closed without the closure condition%s".formatted(late(e.stages()));
            case CaseEvent.ExtensionRequested e ->
                "more time was asked for%s".formatted(e.wanted() == null ? "" : ": " + limit(e.wanted()));
            case CaseEvent.ExtensionApproved e ->
                "more time was granted: %s%s".formatted(limit(e.added()), by(e.handle()));
            case CaseEvent.ExtensionRejected e -> "more time was not granted";
            case CaseEvent.SuspensionRequested e ->
                "suspension until %s was asked for (%s)".formatted(Words.moment(e.until()), plain(e.category()));
            case CaseEvent.SuspensionApproved e ->
                "suspended until %s (%s)".formatted(Words.moment(e.until()), plain(e.category()));
            case CaseEvent.SuspensionRejected e -> "suspension was not granted";
            case CaseEvent.SuspensionEnded e -> "suspension ended";
            case CaseEvent.ClockPaused e -> "the %s clock stands still".formatted(plain(e.stage()));
            case CaseEvent.ClockResumed e ->
                "the %s clock runs again%s".formatted(plain(e.clock().stage()), by(e.clock()));
            case CaseEvent.SupervisionIssued e ->
                "put under supervision of level %d, answer due %s".formatted(e.level(), Words.moment(e.due()));
            case CaseEvent.SupervisionAnswered e -> "supervision of level %d was answered".formatted(e.level());
            case CaseEvent.SupervisionLifted e -> "supervision of level %d was lifted".formatted(e.level());
            case CaseEvent.CaseWhistleOpened e -> "%s was blown for the case".formatted(e.whistle());
            case CaseEvent.CaseWhistleClosed e -> "%s was settled: %s".formatted(e.whistle(), plain(e.outcome()));
            case CaseEvent.CaseDeliberationOpened e -> "%s about the case began".formatted(e.deliberation());
            case CaseEvent.CaseDeliberationClosed e -> "%s ended: %s".formatted(e.deliberation(), plain(e.outcome()));
            case CaseEvent.VoidRequested e -> "voiding was asked for";
            case CaseEvent.VoidRejected e -> "voiding was refused";
            case CaseEvent.CaseVoided e -> "made void";
            case CaseEvent.CallbackRecorded e ->
                e.reached() ? "called back: %s".formatted(plain(e.satisfaction())) : "called back, nobody was reached";
            case CaseEvent.CaseReopened e ->
                "reopened for round %d with %s%s".formatted(e.round(), e.unit(), by(e.handle()));
            case CaseEvent.OverdueAppealFiled e -> "appealed against being overdue";
            case CaseEvent.OverdueAppealReviewed e ->
                "review %d of the appeal: %s".formatted(e.step(), plain(e.result()));
            case CaseEvent.OverdueExempted e -> "the statistics count it as on time";
            case CaseEvent.OverdueAppealRejected e -> "the appeal was rejected";
            case CaseEvent.CaseArchived e ->
                "archived as %s, kept until %s".formatted(e.recordClass(), Words.moment(e.retainUntil()));
            case CaseEvent.CaseDataCorrected e -> "data was corrected";
            case CaseEvent.VisibilityRestricted e -> "made visible to few: %s".formatted(plain(e.ground()));
            case CaseEvent.RestrictionLifted e -> "as visible as others again";
        };
    }

    @Override
    public String of(Role role) {
        return role.english();
    }

    @Override
    public String of(Channel channel) {
        return switch (channel) {
            case WEB -> "web";
            case WINDOW -> "service window";
            case MOBILE -> "mobile device";
            case OFFLINE -> "noted in the field, sent later";
            case HOTLINE -> "hotline";
            case OPEN311 -> "Open311";
            case DEVICE -> "sensor";
            case IMPORT -> "taken over from a foreign record";
            case SYSTEM -> "system";
        };
    }

    @Override
    public String of(Assurance assurance) {
        return switch (assurance) {
            case FIRST_HAND -> "first hand";
            case IMPORTED -> "as found in a foreign record";
        };
    }

    @Override
    public String of(ClockChange.What what) {
        return plain(what);
    }

    @Override
    public String ofFlag(String flag) {
        return flag.equals(Envelope.BACKDATED) ? "claims an earlier time than it was recorded at" : Words.plain(flag);
    }

    private static String plain(Enum<?> constant) {
        return Words.plain(constant.name());
    }

    private static String code(Classification classification) {
        return classification.majorClass() + "/" + classification.subclass();
    }

    private static String classed(@Nullable Classification classification) {
        return classification == null ? "" : ": " + code(classification);
    }

    private static String row(FilingStandard standard) {
        return "row %s of %s %s".formatted(standard.row(), standard.catalogue(), standard.version());
    }

    private static String limit(Limit limit) {
        return "%d %s%s".formatted(limit.amount(), plain(limit.unit()), limit.amount() == 1 ? "" : "s");
    }

    private static String by(StageClock clock) {
        return ", to %s by %s".formatted(plain(clock.stage()), Words.moment(clock.deadline()));
    }

    private static String outcome(StageOutcome outcome) {
        return outcome.onTime() ? ", on time" : ", late";
    }

    private static String late(List<StageOutcome> stages) {
        var late = stages.stream()
                .filter(s -> !s.onTime())
                .map(s -> plain(s.stage()))
                .distinct()
                .toList();
        return late.isEmpty() ? "" : ", late: " + String.join(", ", late);
    }
}
