package casetrail.command.cases;

import casetrail.events.Actor;
import casetrail.events.cases.CaseCommandName;
import casetrail.events.cases.CaseStatus;
import casetrail.events.cases.Stage;
import casetrail.events.cases.StageClock;
import casetrail.rules.clocks.Clocks;
import casetrail.rules.clocks.ElapsedHours;
import java.time.Duration;

/** Cases in every state, brought there by the commands themselves. */
public final class Stories {

    private Stories() {}

    /** A case in a state, by the shortest way. */
    public static Story in(CaseStatus status) {
        return status == CaseStatus.SELF_RESOLVED
                ? did(new Story(), Cast.REPORTER, CaseCommandName.RECORD_ON_SITE_RESOLUTION)
                : go(reported(), status);
    }

    public static Story reported() {
        return did(new Story(), Cast.REPORTER, CaseCommandName.REGISTER_REPORT);
    }

    /** On from REPORTED to a state, by the shortest way. */
    public static Story go(Story s, CaseStatus status) {
        return switch (status) {
            case REPORTED -> s;
            case VERIFYING -> did(s, Cast.ACCEPTOR, CaseCommandName.REQUEST_VERIFICATION);
            case FILED -> did(s, Cast.ACCEPTOR, CaseCommandName.FILE_CASE);
            case DISPATCHED -> did(go(s, CaseStatus.FILED), Cast.DISPATCHER, CaseCommandName.DISPATCH_CASE);
            case IN_PROGRESS -> did(go(s, CaseStatus.DISPATCHED), Cast.LEAD, CaseCommandName.ACCEPT_ASSIGNMENT);
            case FEEDBACK -> feedback(go(s, CaseStatus.IN_PROGRESS));
            case CHECKING -> did(go(s, CaseStatus.FEEDBACK), Cast.ACCEPTOR, CaseCommandName.REQUEST_CHECK);
            case SUSPENDED -> suspended(go(s, CaseStatus.IN_PROGRESS));
            case CLOSED -> closed(go(s, CaseStatus.FEEDBACK));
            case SELF_RESOLVED -> throw new IllegalArgumentException("nothing reported is self-resolved");
            case REJECTED -> did(s, Cast.ACCEPTOR, CaseCommandName.REJECT_REPORT);
            case MERGED -> did(s, Cast.ACCEPTOR, CaseCommandName.MERGE_INTO);
            case VOIDED -> did(s, Cast.SHIFT_LEADER, CaseCommandName.VOID_CASE);
            case ARCHIVED -> did(go(s, CaseStatus.REJECTED), Cast.RECORDS_OFFICER, CaseCommandName.ARCHIVE_CASE);
        };
    }

    /** A case in a state in which the ordinary command of a kind will be accepted, given by {@link #whoAsks}. */
    public static Story ready(CaseStatus status, CaseCommandName name) {
        return switch (name) {
            case LIFT_SUPERVISION, ANSWER_SUPERVISION -> early(status, Cast.SUPERVISOR, CaseCommandName.SUPERVISE);
            case UNLINK_WHISTLE -> early(status, Cast.STREET_LEAD, CaseCommandName.LINK_WHISTLE);
            case UNLINK_DELIBERATION -> early(status, Cast.STREET_LEAD, CaseCommandName.LINK_DELIBERATION);
            case DECIDE_RESPONSIBILITY -> go(returned(), status);
            case FILE_OVERDUE_APPEAL -> closedLate();
            case REVIEW_APPEAL -> did(closedLate(), Cast.LEAD, CaseCommandName.FILE_OVERDUE_APPEAL);
            case UNLINK_CHILD -> did(in(status), Cast.SYSTEM, CaseCommandName.LINK_CHILD);
            case LIFT_RESTRICTION -> did(in(status), Cast.SHIFT_LEADER, CaseCommandName.RESTRICT_VISIBILITY);
            case REASSIGN_HANDLER, REVOKE_HANDLER, REPORT_COMPLETION ->
                did(in(status), Cast.LEAD, CaseCommandName.ASSIGN_HANDLER);
            case CONFIRM_COMPLETION ->
                did(ready(status, CaseCommandName.REPORT_COMPLETION), Cast.HANDLER, CaseCommandName.REPORT_COMPLETION);
            case FORCE_CLOSE, REJECT_FORCE_CLOSURE ->
                did(in(status), Cast.SHIFT_LEADER, CaseCommandName.REQUEST_FORCE_CLOSURE);
            case APPROVE_EXTENSION, REJECT_EXTENSION -> did(in(status), Cast.LEAD, CaseCommandName.REQUEST_EXTENSION);
            case APPROVE_SUSPENSION, REJECT_SUSPENSION ->
                did(in(status), Cast.LEAD, CaseCommandName.REQUEST_SUSPENSION);
            case REJECT_VOID -> did(in(status), Cast.SHIFT_LEADER, CaseCommandName.REQUEST_VOID);
            case VOID_CASE ->
                status == CaseStatus.DISPATCHED
                        ? did(in(status), Cast.SHIFT_LEADER, CaseCommandName.REQUEST_VOID)
                        : in(status);
            default -> in(status);
        };
    }

    /** Who gives the ordinary command of a kind. */
    public static Actor whoAsks(CaseCommandName name) {
        return switch (name) {
            case REGISTER_REPORT, RECORD_ON_SITE_RESOLUTION -> Cast.REPORTER;
            case REQUEST_VERIFICATION,
                    PROPOSE_FILING,
                    FILE_CASE,
                    REJECT_REPORT,
                    MERGE_INTO,
                    RETURN_FOR_REWORK,
                    REQUEST_CHECK,
                    CLOSE_CASE,
                    RECORD_CALLBACK,
                    CORRECT_DATA -> Cast.ACCEPTOR;
            case SUBMIT_VERIFICATION, SUBMIT_CHECK -> Cast.COLLECTOR;
            case LINK_CHILD, UNLINK_CHILD -> Cast.SYSTEM;
            case SPLIT_FROM_PARENT,
                    DECIDE_RESPONSIBILITY,
                    REQUEST_FORCE_CLOSURE,
                    APPROVE_SUSPENSION,
                    REJECT_SUSPENSION,
                    REQUEST_VOID,
                    REOPEN_CASE,
                    RESTRICT_VISIBILITY,
                    LIFT_RESTRICTION -> Cast.SHIFT_LEADER;
            case FORCE_CLOSE, REJECT_FORCE_CLOSURE, VOID_CASE, REJECT_VOID -> Cast.OTHER_SHIFT_LEADER;
            case DISPATCH_CASE, RETURN_TO_INTAKE, APPROVE_EXTENSION, REJECT_EXTENSION -> Cast.DISPATCHER;
            case ACCEPT_ASSIGNMENT,
                    ASSIGN_HANDLER,
                    REASSIGN_HANDLER,
                    REVOKE_HANDLER,
                    RETURN_ASSIGNMENT,
                    RECORD_PROGRESS,
                    CONFIRM_COMPLETION,
                    REQUEST_EXTENSION,
                    REQUEST_SUSPENSION,
                    RESUME_CASE,
                    ANSWER_SUPERVISION,
                    FILE_OVERDUE_APPEAL -> Cast.LEAD;
            case REPORT_COMPLETION -> Cast.HANDLER;
            case SUPERVISE, LIFT_SUPERVISION -> Cast.SUPERVISOR;
            case LINK_WHISTLE, UNLINK_WHISTLE, LINK_DELIBERATION, UNLINK_DELIBERATION -> Cast.STREET_LEAD;
            case REVIEW_APPEAL -> Cast.EVALUATOR;
            case ARCHIVE_CASE -> Cast.RECORDS_OFFICER;
        };
    }

    /** The ordinary command of a kind is accepted. */
    public static Story did(Story story, Actor actor, CaseCommandName name) {
        return story.did(actor, Asks.of(name, story.now()));
    }

    private static Story early(CaseStatus status, Actor actor, CaseCommandName name) {
        return go(did(reported(), actor, name), status);
    }

    /** A case that a unit gave back once, and the dispatcher too; it is REPORTED. */
    public static Story returned() {
        var story = did(in(CaseStatus.DISPATCHED), Cast.LEAD, CaseCommandName.RETURN_ASSIGNMENT);
        return did(story, Cast.DISPATCHER, CaseCommandName.RETURN_TO_INTAKE);
    }

    /** A field worker reports, the coordinator confirms. */
    public static Story feedback(Story story) {
        if (story.state().handling().handler() == null) {
            did(story, Cast.LEAD, CaseCommandName.ASSIGN_HANDLER);
        }
        did(story, Cast.HANDLER, CaseCommandName.REPORT_COMPLETION);
        return did(story, Cast.LEAD, CaseCommandName.CONFIRM_COMPLETION);
    }

    public static Story suspended(Story story) {
        did(story, Cast.LEAD, CaseCommandName.REQUEST_SUSPENSION);
        return did(story, Cast.SHIFT_LEADER, CaseCommandName.APPROVE_SUSPENSION);
    }

    /** Checked by a collector, closed by the intake clerk. */
    public static Story closed(Story story) {
        did(story, Cast.ACCEPTOR, CaseCommandName.REQUEST_CHECK);
        did(story, Cast.COLLECTOR, CaseCommandName.SUBMIT_CHECK);
        return did(story, Cast.ACCEPTOR, CaseCommandName.CLOSE_CASE);
    }

    /** Closed after the handling was late. */
    public static Story closedLate() {
        return closed(feedback(in(CaseStatus.IN_PROGRESS).after(Duration.ofDays(5))));
    }

    /** The next clock of a stage. */
    static StageClock clock(Story story, Stage stage) {
        return Clocks.start(ElapsedHours.PROFILE, stage, story.state().clocks().nextRound(stage), story.now());
    }
}
