package casetrail.standalone.demo;

import static casetrail.standalone.demo.Plot.About.ANYTHING;
import static casetrail.standalone.demo.Plot.About.SIMPLE;
import static casetrail.standalone.demo.Plot.About.URGENT;
import static casetrail.standalone.demo.Plot.When.ANY_DAY;
import static casetrail.standalone.demo.Plot.When.EARLY;
import static casetrail.standalone.demo.Plot.When.LATELY;

import casetrail.command.cases.CaseCommand;
import casetrail.events.cases.CheckResult;
import casetrail.events.cases.RejectionGround;
import casetrail.events.cases.Satisfaction;
import casetrail.events.cases.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All plots; every state and every overlay is where at least one of them ends. */
final class Plots {

    /** Longer than any urgent limit. */
    static final Duration TOO_LONG = Duration.ofHours(30);

    private static final Duration AN_HOUR_OR_SO = Duration.ofMinutes(80);

    private static final List<Plot> INTAKE = List.of(
            new Plot("reported", LATELY, ANYTHING, 3, Story::found),
            new Plot("reported-by-phone", LATELY, ANYTHING, 2, Story::called),
            new Plot("verifying", LATELY, ANYTHING, 2, s -> s.called().verificationAsked()),
            new Plot(
                    "verified",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> s.called().verificationAsked().verified(Verdict.EXISTS)),
            new Plot(
                    "filing-proposed",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> s.found()
                            .minutes(7)
                            .does(
                                    s.scene().acceptor(),
                                    p -> new CaseCommand.ProposeFiling(
                                            s.caseId(), s.scene().subclass().classification(), s.standard()))),
            new Plot("filed", LATELY, ANYTHING, 3, s -> s.found().filed()),
            new Plot("self-resolved", ANY_DAY, SIMPLE, 14, Story::resolvedOnSite),
            new Plot(
                    "rejected",
                    ANY_DAY,
                    ANYTHING,
                    6,
                    s -> s.called()
                            .verificationAsked()
                            .verified(Verdict.NOT_EXISTS)
                            .rejected(RejectionGround.NOT_EXISTS)),
            new Plot(
                    "rejected-out-of-area",
                    ANY_DAY,
                    ANYTHING,
                    3,
                    s -> s.called().rejected(RejectionGround.NOT_IN_AREA)),
            new Plot("merged", ANY_DAY, ANYTHING, 4, s -> merged(s.wholly(Duration.ofHours(5)))),
            new Plot("split-again", ANY_DAY, ANYTHING, 1, Plots::splitAgain),
            new Plot(
                    "voided",
                    ANY_DAY,
                    ANYTHING,
                    2,
                    s -> s.called()
                            .minutes(15)
                            .does(
                                    s.scene().shiftLeader(),
                                    "WITHDRAWN",
                                    "来电人撤回。 / The caller withdrew it.",
                                    p -> new CaseCommand.VoidCase(s.caseId()))),
            new Plot("void-pending", LATELY, ANYTHING, 1, Plots::voidAsked),
            new Plot(
                    "voided-by-two",
                    ANY_DAY,
                    ANYTHING,
                    1,
                    s -> voidAsked(s)
                            .minutes(25)
                            .does(
                                    s.scene().secondLeader(),
                                    "ENTERED_IN_ERROR",
                                    "同意作废。 / Agreed.",
                                    p -> new CaseCommand.VoidCase(s.caseId()))));

    private static final List<Plot> HANDLING = List.of(
            new Plot("dispatched", LATELY, ANYTHING, 4, s -> s.found().filed().dispatched()),
            new Plot("accepted", LATELY, ANYTHING, 3, Story::underWay),
            new Plot(
                    "in-hands",
                    LATELY,
                    ANYTHING,
                    5,
                    s -> s.underWay().assigned().progressed()),
            new Plot(
                    "handed-over",
                    LATELY,
                    ANYTHING,
                    1,
                    s -> s.underWay()
                            .assigned()
                            .minutes(30)
                            .does(
                                    s.scene().lead(),
                                    p -> new CaseCommand.ReassignHandler(
                                            s.caseId(), s.scene().otherHandler().person()))),
            new Plot("feedback", LATELY, ANYTHING, 3, s -> s.fedBack(AN_HOUR_OR_SO)),
            new Plot(
                    "checking",
                    LATELY,
                    ANYTHING,
                    3,
                    s -> s.fedBack(AN_HOUR_OR_SO).checkAsked()),
            new Plot("closed", ANY_DAY, ANYTHING, 60, s -> s.wholly(AN_HOUR_OR_SO)),
            new Plot(
                    "closed-after-verification",
                    ANY_DAY,
                    ANYTHING,
                    20,
                    s -> s.called()
                            .verificationAsked()
                            .verified(Verdict.EXISTS)
                            .filed()
                            .dispatched()
                            .accepted()
                            .assigned()
                            .progressed()
                            .completed(AN_HOUR_OR_SO)
                            .confirmed()
                            .checkAsked()
                            .checked(CheckResult.PASS)
                            .closed()),
            new Plot("closed-late", ANY_DAY, URGENT, 10, s -> s.wholly(TOO_LONG)),
            new Plot(
                    "reworked",
                    ANY_DAY,
                    ANYTHING,
                    6,
                    s -> s.fedBack(AN_HOUR_OR_SO)
                            .checkAsked()
                            .checked(CheckResult.FAIL)
                            .minutes(10)
                            .does(
                                    s.scene().acceptor(),
                                    "NOT_SOLVED",
                                    "现场仍有问题。 / It is still there.",
                                    p -> new CaseCommand.ReturnForRework(s.caseId()))
                            .completed(AN_HOUR_OR_SO)
                            .confirmed()
                            .checkAsked()
                            .checked(CheckResult.PASS)
                            .closed()),
            new Plot("called-back", ANY_DAY, ANYTHING, 10, s -> calledBack(s, true, Satisfaction.SATISFIED)),
            new Plot(
                    "reopened",
                    ANY_DAY,
                    ANYTHING,
                    2,
                    s -> calledBack(s, false, Satisfaction.DISSATISFIED)
                            .hours(1)
                            .does(
                                    s.scene().shiftLeader(),
                                    "NOT_SOLVED",
                                    "回访反映未解决。 / The caller says it is not solved.",
                                    p -> new CaseCommand.ReopenCase(s.caseId()))),
            new Plot(
                    "archived",
                    EARLY,
                    ANYTHING,
                    6,
                    s -> s.wholly(AN_HOUR_OR_SO)
                            .hours(40)
                            .does(
                                    s.scene().staff().one("records-officer", 1),
                                    p -> new CaseCommand.ArchiveCase(s.caseId(), null))));

    static final List<Plot> ALL = Stream.of(INTAKE, HANDLING, WaitingPlots.ALL, OverlayPlots.ALL)
            .flatMap(List::stream)
            .toList();

    private Plots() {}

    /** Somebody else calls about the same thing while it is being handled. */
    private static Story merged(Story parent) {
        var child = parent.another();
        return child.minutes(45)
                .called()
                .minutes(6)
                .does(parent.scene().acceptor(), p -> new CaseCommand.MergeInto(child.caseId(), parent.caseId()));
    }

    private static void splitAgain(Story parent) {
        var child = merged(parent.wholly(Duration.ofHours(6)));
        child.minutes(50)
                .does(
                        parent.scene().shiftLeader(),
                        "ANOTHER_PLACE",
                        "不是同一处。 / It is another place.",
                        p -> new CaseCommand.SplitFromParent(child.caseId()))
                .rejected(RejectionGround.INSUFFICIENT);
    }

    private static Story voidAsked(Story s) {
        return s.found()
                .filed()
                .dispatched()
                .minutes(20)
                .does(
                        s.scene().shiftLeader(),
                        "ENTERED_IN_ERROR",
                        "误录。 / Entered in error.",
                        p -> new CaseCommand.RequestVoid(s.caseId()));
    }

    private static Story calledBack(Story s, boolean resolved, Satisfaction satisfaction) {
        return s.wholly(AN_HOUR_OR_SO)
                .hours(5)
                .does(
                        s.scene().acceptor(),
                        p -> new CaseCommand.RecordCallback(s.caseId(), true, true, resolved, satisfaction));
    }
}
