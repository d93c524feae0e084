package casetrail.standalone.demo;

import static casetrail.standalone.demo.Plot.About.ANYTHING;
import static casetrail.standalone.demo.Plot.About.NEIGHBOURS;
import static casetrail.standalone.demo.Plot.About.URGENT;
import static casetrail.standalone.demo.Plot.When.ANY_DAY;
import static casetrail.standalone.demo.Plot.When.LATELY;

import casetrail.command.cases.CaseCommand;
import casetrail.events.StreamId;
import casetrail.events.cases.AppealResult;
import casetrail.events.cases.DeliberationOutcome;
import casetrail.events.cases.RestrictionGround;
import casetrail.events.cases.WhistleOutcome;
import java.util.List;

/** Plots about what runs beside the state: supervision, whistle, deliberation, appeal, restriction, correction. */
final class OverlayPlots {

    static final List<Plot> ALL = List.of(
            new Plot("supervised", LATELY, ANYTHING, 2, s -> supervised(s, 1)),
            new Plot(
                    "supervised-and-answered",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> supervised(supervised(s, 1), 2, "TWICE")
                            .minutes(45)
                            .does(
                                    s.scene().lead(),
                                    p -> new CaseCommand.AnswerSupervision(
                                            s.caseId(),
                                            p.seal(s.caseId(), "answer", "今日办结。 / It will be done today.")))),
            new Plot(
                    "supervision-lifted",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> supervised(s, 1)
                            .hours(2)
                            .does(
                                    s.scene().staff().one("supervisor", 1),
                                    "PROGRESS_SEEN",
                                    "已见进展。 / There is progress.",
                                    p -> new CaseCommand.LiftSupervision(s.caseId()))),
            new Plot("whistle-open", LATELY, ANYTHING, 2, OverlayPlots::whistled),
            new Plot(
                    "whistle-closed",
                    ANY_DAY,
                    ANYTHING,
                    1,
                    s -> whistled(s)
                            .hours(4)
                            .does(
                                    s.scene().staff().one("street-lead", 1),
                                    p -> new CaseCommand.UnlinkWhistle(
                                            s.caseId(), stream("whistle", s), WhistleOutcome.PLAN_AGREED))),
            new Plot("deliberation-open", LATELY, NEIGHBOURS, 2, OverlayPlots::deliberated),
            new Plot(
                    "deliberation-closed",
                    ANY_DAY,
                    NEIGHBOURS,
                    1,
                    s -> deliberated(s)
                            .hours(50)
                            .does(
                                    s.scene().staff().one("street-lead", 1),
                                    p -> new CaseCommand.UnlinkDeliberation(
                                            s.caseId(), stream("deliberation", s), DeliberationOutcome.AGREED))),
            new Plot("appeal-filed", ANY_DAY, URGENT, 1, OverlayPlots::appealed),
            new Plot("appeal-upheld", ANY_DAY, URGENT, 1, s -> reviewedAgain(reviewed(s, AppealResult.UPHELD))),
            new Plot("appeal-dismissed", ANY_DAY, URGENT, 1, s -> reviewed(s, AppealResult.DISMISSED)),
            new Plot("restricted", LATELY, NEIGHBOURS, 1, OverlayPlots::restricted),
            new Plot(
                    "restriction-lifted",
                    ANY_DAY,
                    NEIGHBOURS,
                    1,
                    s -> restricted(s)
                            .hours(20)
                            .does(
                                    s.scene().staff().one("privacy-officer", 1),
                                    "GROUND_GONE",
                                    "限制事由消失。 / The ground is gone.",
                                    p -> new CaseCommand.LiftRestriction(s.caseId()))),
            new Plot(
                    "corrected",
                    ANY_DAY,
                    ANYTHING,
                    2,
                    s -> s.found()
                            .filed()
                            .minutes(12)
                            .does(
                                    s.scene().acceptor(),
                                    "TYPING_ERROR",
                                    "文字更正。 / A typing error.",
                                    p -> new CaseCommand.CorrectData(
                                            s.caseId(),
                                            new CaseCommand.Change.ToPublicText(
                                                    s.scene().publicText() + "（更正 / corrected）")))
                            .dispatched()
                            .accepted()));

    private OverlayPlots() {}

    private static Story supervised(Story s, int level) {
        return supervised(s.underWay(), level, "COMPLAINTS");
    }

    private static Story supervised(Story s, int level, String code) {
        return s.hours(1)
                .does(
                        s.scene().staff().one("supervisor", 1),
                        code,
                        "群众反映较多。 / Many people ask about it.",
                        p -> new CaseCommand.Supervise(s.caseId(), level, null));
    }

    private static Story whistled(Story s) {
        return s.underWay()
                .minutes(50)
                .does(
                        s.scene().staff().one("street-lead", 1),
                        p -> new CaseCommand.LinkWhistle(s.caseId(), stream("whistle", s)));
    }

    private static Story deliberated(Story s) {
        return s.underWay()
                .hours(1)
                .does(
                        s.scene().staff().one("street-lead", 1),
                        p -> new CaseCommand.LinkDeliberation(s.caseId(), stream("deliberation", s)));
    }

    private static Story appealed(Story s) {
        return s.wholly(Plots.TOO_LONG)
                .hours(3)
                .does(
                        s.scene().lead(),
                        "STORM",
                        "暴雨期间无法作业。 / No work was possible in the storm.",
                        p -> new CaseCommand.FileOverdueAppeal(s.caseId(), List.of()));
    }

    private static Story reviewed(Story s, AppealResult result) {
        return appealed(s)
                .hours(2)
                .does(
                        s.scene().staff().one("supervisor", 1),
                        "REVIEWED",
                        "初审。 / First review.",
                        p -> new CaseCommand.ReviewAppeal(s.caseId(), result));
    }

    private static Story reviewedAgain(Story s) {
        return s.hours(2)
                .does(
                        s.scene().staff().one("evaluator", 1),
                        "REVIEWED",
                        "复审。 / Second review.",
                        p -> new CaseCommand.ReviewAppeal(s.caseId(), AppealResult.UPHELD));
    }

    private static Story restricted(Story s) {
        return s.underWay()
                .minutes(20)
                .does(
                        s.scene().shiftLeader(),
                        "SENSITIVE",
                        "涉及邻里纠纷。 / It is a dispute among neighbours.",
                        p -> new CaseCommand.RestrictVisibility(s.caseId(), RestrictionGround.DISPUTE));
    }

    /** Whistles and deliberations have streams of their own; the demo only names them. */
    private static StreamId stream(String family, Story s) {
        return new StreamId(family + "-" + s.caseId().value().substring("case-".length()));
    }
}
