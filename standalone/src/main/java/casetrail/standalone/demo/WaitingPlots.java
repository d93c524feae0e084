package casetrail.standalone.demo;

import static casetrail.standalone.demo.Plot.About.ANYTHING;
import static casetrail.standalone.demo.Plot.About.UNHURRIED;
import static casetrail.standalone.demo.Plot.When.ANY_DAY;
import static casetrail.standalone.demo.Plot.When.LATELY;

import casetrail.command.cases.CaseCommand;
import casetrail.events.UnitCode;
import casetrail.events.cases.SuspensionCategory;
import java.time.Duration;
import java.util.List;

/** Plots in which something does not go straight on: more time, a pause, a return, a closing by force. */
final class WaitingPlots {

    private static final Duration A_SEASON = Duration.ofDays(60);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    static final List<Plot> ALL = List.of(
            new Plot("extension-pending", LATELY, UNHURRIED, 2, WaitingPlots::extensionAsked),
            new Plot(
                    "extended",
                    ANY_DAY,
                    UNHURRIED,
                    2,
                    s -> extensionAsked(s)
                            .minutes(30)
                            .does(s.scene().dispatcher(), p -> new CaseCommand.ApproveExtension(s.caseId()))),
            new Plot(
                    "extension-rejected",
                    LATELY,
                    UNHURRIED,
                    1,
                    s -> extensionAsked(s)
                            .minutes(30)
                            .does(
                                    s.scene().dispatcher(),
                                    "NOT_JUSTIFIED",
                                    "理由不充分。 / Not a sufficient reason.",
                                    p -> new CaseCommand.RejectExtension(s.caseId()))),
            new Plot("suspension-pending", LATELY, UNHURRIED, 2, WaitingPlots::suspensionAsked),
            new Plot("suspended", ANY_DAY, UNHURRIED, 4, WaitingPlots::suspended),
            new Plot(
                    "resumed",
                    ANY_DAY,
                    UNHURRIED,
                    1,
                    s -> suspended(s).hours(30).does(s.scene().lead(), p -> new CaseCommand.ResumeCase(s.caseId()))),
            new Plot(
                    "returned",
                    LATELY,
                    ANYTHING,
                    2,
                    s -> returned(s.found().filed(), s.scene().otherUnit())),
            new Plot(
                    "returned-to-intake",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> s.found()
                            .filed()
                            .minutes(20)
                            .does(
                                    s.scene().dispatcher(),
                                    "WRONG_CLASS",
                                    "分类有误。 / The class is wrong.",
                                    p -> new CaseCommand.ReturnToIntake(s.caseId()))),
            new Plot("disputed", LATELY, ANYTHING, 1, WaitingPlots::disputed),
            new Plot(
                    "decided",
                    ANY_DAY,
                    ANYTHING,
                    1,
                    s -> disputed(s)
                            .hours(3)
                            .does(
                                    s.scene().shiftLeader(),
                                    "JOINT_CONFERENCE",
                                    "联席会议确定。 / Settled by the joint conference.",
                                    p -> new CaseCommand.DecideResponsibility(
                                            s.caseId(), s.scene().unit(), List.of(), true))
                            .dispatched()
                            .accepted()
                            .assigned()
                            .completed(TWO_HOURS)
                            .confirmed()),
            new Plot("force-closure-pending", LATELY, ANYTHING, 1, WaitingPlots::forceAsked),
            new Plot(
                    "force-closed",
                    ANY_DAY,
                    ANYTHING,
                    1,
                    s -> forceAsked(s)
                            .minutes(40)
                            .does(
                                    s.scene().secondLeader(),
                                    "NO_OTHER_WAY",
                                    "同意。 / Agreed.",
                                    p -> new CaseCommand.ForceClose(s.caseId()))));

    private WaitingPlots() {}

    private static Story extensionAsked(Story s) {
        return s.underWay()
                .minutes(40)
                .does(
                        s.scene().lead(),
                        "PARTS_ORDERED",
                        "配件待到货。 / Parts are on their way.",
                        p -> new CaseCommand.RequestExtension(s.caseId(), null));
    }

    private static Story suspensionAsked(Story s) {
        return s.underWay()
                .minutes(40)
                .does(
                        s.scene().lead(),
                        "WAITS_FOR_SEASON",
                        "须待适宜季节施工。 / Has to wait for the season.",
                        p -> new CaseCommand.RequestSuspension(
                                s.caseId(), SuspensionCategory.SEASON, p.now().plus(A_SEASON)));
    }

    private static Story suspended(Story s) {
        return suspensionAsked(s)
                .minutes(50)
                .does(s.scene().shiftLeader(), p -> new CaseCommand.ApproveSuspension(s.caseId()));
    }

    private static Story returned(Story s, UnitCode unit) {
        return s.dispatchedTo(unit)
                .minutes(25)
                .does(
                        s.scene().staff().lead(unit),
                        "NOT_OURS",
                        "不属本单位职责。 / Not this unit's business.",
                        p -> new CaseCommand.ReturnAssignment(s.caseId()));
    }

    /** Returned twice, so that somebody has to decide whose it is. */
    private static Story disputed(Story s) {
        return returned(
                returned(s.found().filed(), s.scene().otherUnit()), s.scene().unit());
    }

    private static Story forceAsked(Story s) {
        return s.fedBack(TWO_HOURS)
                .minutes(30)
                .does(
                        s.scene().shiftLeader(),
                        "NO_OTHER_WAY",
                        "产权不明，无法恢复原状。 / The owner is unknown, it cannot be restored.",
                        p -> new CaseCommand.RequestForceClosure(s.caseId()));
    }
}
