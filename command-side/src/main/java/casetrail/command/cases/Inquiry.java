package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.cases.CaseId;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.events.cases.StageOutcome;
import casetrail.rules.clocks.ClockProfile;
import casetrail.rules.clocks.Clocks;
import java.time.Instant;
import java.util.Objects;

/**
 * A case, somebody who wants something of it, and the rules in force: what a decision looks at beside the command itself.
 *
 * @param at the effective moment: never before the case's last change
 */
record Inquiry(CaseState state, Actor actor, Instant at, CasePolicy policy, ClockProfile profile) {

    /** The report; every case has one. */
    Intake intake() {
        return Objects.requireNonNull(state.intake(), "a case without a report");
    }

    CaseId caseId() {
        return Objects.requireNonNull(state.id(), "no case");
    }

    /** The next round of a stage, running from now by the profile's limit. */
    StageClock start(Stage stage) {
        return Clocks.start(profile, stage, state.clocks().nextRound(stage), at);
    }

    /** The running clock of a stage. */
    StageClock running(Stage stage) {
        return Objects.requireNonNull(
                state.clock(stage),
                () -> "case %s in %s runs no clock for %s".formatted(state.id(), state.status(), stage));
    }

    /** How the running round of a stage ends now. */
    StageOutcome finish(Stage stage) {
        return Clocks.finish(running(stage), at);
    }
}
